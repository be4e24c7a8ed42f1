package jp.toritsugi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** The arrows between features: each line of {@link #arrows} says who may lean on the package it names. */
@AnalyzeClasses(packages = "jp.toritsugi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrows = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("jp.toritsugi..")
            .layer("start")
            .definedBy("jp.toritsugi", "jp.toritsugi.start..")
            .optionalLayer("demo")
            .definedBy("jp.toritsugi.demo..")
            .layer("home")
            .definedBy("jp.toritsugi.home..")
            .layer("breakglass")
            .definedBy("jp.toritsugi.breakglass..")
            .layer("matrix")
            .definedBy("jp.toritsugi.matrix..")
            .layer("report")
            .definedBy("jp.toritsugi.report..")
            .layer("intake")
            .definedBy("jp.toritsugi.intake..")
            .layer("lines")
            .definedBy("jp.toritsugi.lines..")
            .layer("form")
            .definedBy("jp.toritsugi.form..")
            .layer("diagnosis")
            .definedBy("jp.toritsugi.diagnosis..")
            .layer("samefirm")
            .definedBy("jp.toritsugi.samefirm..")
            .layer("sheet")
            .definedBy("jp.toritsugi.sheet..")
            .layer("enterprise")
            .definedBy("jp.toritsugi.enterprise..")
            .layer("consent")
            .definedBy("jp.toritsugi.consent..")
            .layer("questionnaire")
            .definedBy("jp.toritsugi.questionnaire..")
            .layer("trail")
            .definedBy("jp.toritsugi.trail..")
            .layer("audit")
            .definedBy("jp.toritsugi.audit..")
            .layer("frame")
            .definedBy("jp.toritsugi.frame..")
            .layer("access")
            .definedBy("jp.toritsugi.access..")
            .layer("organisation")
            .definedBy("jp.toritsugi.organisation..")
            .layer("query")
            .definedBy("jp.toritsugi.query..")
            .layer("japan")
            .definedBy("jp.toritsugi.japan..")
            .layer("problem")
            .definedBy("jp.toritsugi.problem..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("home")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("breakglass")
            .mayOnlyBeAccessedByLayers("home")
            .whereLayer("matrix")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("home", "demo")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("home")
            .whereLayer("lines")
            .mayOnlyBeAccessedByLayers("intake")
            .whereLayer("form")
            .mayOnlyBeAccessedByLayers("home")
            .whereLayer("diagnosis")
            .mayOnlyBeAccessedByLayers("home", "breakglass", "intake", "form", "demo")
            .whereLayer("samefirm")
            .mayOnlyBeAccessedByLayers("diagnosis")
            .whereLayer("sheet")
            .mayOnlyBeAccessedByLayers("diagnosis", "intake", "lines", "form", "demo")
            .whereLayer("enterprise")
            .mayOnlyBeAccessedByLayers("sheet", "diagnosis", "samefirm", "intake", "lines", "form", "demo")
            .whereLayer("consent")
            .mayOnlyBeAccessedByLayers("sheet", "diagnosis", "intake", "lines", "form", "demo")
            .whereLayer("questionnaire")
            .mayOnlyBeAccessedByLayers("start", "sheet", "diagnosis", "report", "form", "intake", "lines", "demo")
            .whereLayer("trail")
            .mayOnlyBeAccessedByLayers("home")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers(
                    "home", "matrix", "breakglass", "report", "intake", "form", "diagnosis", "samefirm", "trail")
            .whereLayer("frame")
            .mayOnlyBeAccessedByLayers(
                    "home",
                    "matrix",
                    "breakglass",
                    "report",
                    "intake",
                    "lines",
                    "form",
                    "diagnosis",
                    "samefirm",
                    "audit",
                    "trail")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers(
                    "home",
                    "matrix",
                    "breakglass",
                    "report",
                    "intake",
                    "lines",
                    "form",
                    "diagnosis",
                    "samefirm",
                    "trail",
                    "audit")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers(
                    "home",
                    "breakglass",
                    "report",
                    "intake",
                    "lines",
                    "form",
                    "diagnosis",
                    "trail",
                    "samefirm",
                    "audit",
                    "frame",
                    "demo")
            .whereLayer("organisation")
            .mayOnlyBeAccessedByLayers(
                    "home", "breakglass", "report", "intake", "lines", "diagnosis", "samefirm", "trail", "access")
            .because(
                    "features lean to the right and downwards only, so that each can be understood without its neighbours");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("jp.toritsugi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pure_cores = noClasses()
            .that()
            .resideInAnyPackage("jp.toritsugi.questionnaire..", "jp.toritsugi.japan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..", "jakarta.persistence..", "java.sql..", "io.quarkus..", "org.hibernate..")
            .because("the questionnaire and the calendar must run without a database and without HTTP");

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
