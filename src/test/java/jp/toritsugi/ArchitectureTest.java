package jp.toritsugi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The arrows between features, and a few habits. */
@AnalyzeClasses(packages = "jp.toritsugi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A feature, and behind its arrow all of ours that it leans on; japan, problem and pool are open to everybody. */
    private static final Map<String, String> ARROWS = arrows(
            """
            home       -> frame access
            demo       -> referral provision report diagnosis sheet enterprise consent access

            funnel     -> report referral consent questionnaire audit frame access organisation query
            followup   -> referral diagnosis sheet questionnaire recommendation routing consent audit frame access organisation query
            queue      -> referral directory recommendation routing diagnosis sheet enterprise questionnaire consent audit frame access organisation query
            webhook    -> feedback audit frame access organisation query
            feedback   -> referral breakglass audit frame access organisation query
            inbox      -> referral provision directory routing consent sheet audit frame access organisation query
            referral   -> directory provision recommendation routing diagnosis sheet consent audit frame access organisation query

            interview  -> referral device directory form recommendation routing questionnaire consent sheet enterprise diagnosis audit frame access organisation query
            device     -> diagnosis audit frame access organisation query
            signature  -> diagnosis consent audit frame access query
            matrix     -> audit frame access
            trail      -> audit frame access organisation query
            roster     -> lines audit frame access organisation query
            breakglass -> diagnosis audit frame access organisation query
            retention  -> diagnosis audit frame access organisation query
            candidate  -> diagnosis audit access
            provision  -> directory diagnosis sheet enterprise consent questionnaire audit frame access organisation query
            rulechange -> recommendation routing consent questionnaire audit frame access query
            report     -> questionnaire audit frame access organisation query
            directory  -> consent audit frame access organisation query
            intake     -> lines diagnosis samefirm sheet questionnaire audit access organisation
            form       -> sheet consent questionnaire diagnosis access query

            diagnosis  -> samefirm recommendation sheet enterprise consent questionnaire audit frame access organisation query
            lines      -> sheet enterprise consent questionnaire access organisation
            samefirm   -> enterprise audit access organisation query
            recommendation -> routing sheet enterprise consent questionnaire frame access organisation query
            routing    -> organisation consent questionnaire
            sheet      -> enterprise consent questionnaire
            enterprise ->
            consent    ->
            questionnaire ->

            audit      -> access door
            frame      -> access
            access     -> organisation door
            door       -> organisation
            organisation -> query
            query      ->
            japan      ->
            problem    ->
            pool       ->
            start      ->
            """);

    private static final Set<String> OPEN_TO_ALL = Set.of("japan", "problem", "pool");

    @ArchTest
    static final ArchRule features_lean_one_way_only = classes()
            .that()
            .resideInAPackage("jp.toritsugi.*..")
            .should(new ArchCondition<JavaClass>("lean only on what stands behind their feature's arrow") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    String feature = feature(one);
                    one.getDirectDependenciesFromSelf().stream()
                            .filter(arrow ->
                                    arrow.getTargetClass().getPackageName().startsWith("jp.toritsugi"))
                            .filter(arrow -> !mayLean(feature, feature(arrow.getTargetClass())))
                            .forEach(arrow -> events.add(SimpleConditionEvent.violated(one, arrow.getDescription())));
                }
            })
            .because("each feature can then be understood without its neighbours");

    private static boolean mayLean(String feature, String on) {
        return on.equals(feature)
                || OPEN_TO_ALL.contains(on)
                || List.of(ARROWS.getOrDefault(feature, "").split(" ")).contains(on);
    }

    /** The part of the package's name behind ours: diagnosis, report … */
    private static String feature(JavaClass one) {
        return one.getPackageName().replaceFirst("^jp\\.toritsugi\\.?", "").replaceFirst("\\..*", "");
    }

    private static Map<String, String> arrows(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("->", 2))
                .collect(Collectors.toMap(line -> line[0].strip(), line -> line[1].strip()));
    }

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("jp.toritsugi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pure_cores = noClasses()
            .that()
            .resideInAnyPackage("jp.toritsugi.questionnaire..", "jp.toritsugi.routing..", "jp.toritsugi.japan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..", "jakarta.persistence..", "java.sql..", "io.quarkus..", "org.hibernate..")
            .because("the questionnaire, the rules and the calendar must run without a database and without HTTP");

    @ArchTest
    static final ArchRule every_endpoint_names_its_roles = methods()
            .that(new com.tngtech.archunit.base.DescribedPredicate<JavaMethod>("are endpoints") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.getAnnotations().stream()
                            .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
                }
            })
            .should(new ArchCondition<JavaMethod>("name their roles, on themselves or on their class") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean named = method.isAnnotatedWith(RolesAllowed.class)
                            || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                    events.add(new SimpleConditionEvent(method, named, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule plain_names = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Service|Impl|Dto|DTO|DAO)")
            .because("a class says what it does");

    @ArchTest
    static final ArchRule resources_stay_in_their_feature =
            classes().that().areAnnotatedWith(Path.class).should().notBePublic();
}
