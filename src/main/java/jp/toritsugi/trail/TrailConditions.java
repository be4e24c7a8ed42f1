package jp.toritsugi.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.SqlConditions;

/** Turns what was typed into conditions on entries within the viewer's reach, and names everything it cannot read. */
final class TrailConditions {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE = Pattern.compile("[\\p{Graph}]{1,200}", Pattern.UNICODE_CHARACTER_CLASS);

    private final TrailQuery query;
    private final SqlConditions where = new SqlConditions();
    private final List<Violation> faults = new ArrayList<>();

    private TrailConditions(TrailQuery query) {
        this.query = query;
    }

    /** @throws InvalidInput naming every filter that cannot be understood */
    static SqlConditions of(TrailQuery query, Viewer viewer) {
        TrailConditions conditions = new TrailConditions(query);
        conditions.read(viewer);
        if (!conditions.faults.isEmpty()) {
            throw new InvalidInput(conditions.faults);
        }
        return conditions.where;
    }

    /** The auditor's is the network's trail, a manager's what happened to the own institution's; the others have none. */
    static SqlConditions within(Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        if (!viewer.role().equals(Roles.AUDITOR)) {
            where.add("institution = :own", "own", viewer.role().equals(Roles.MANAGER) ? viewer.institution() : null);
        }
        return where;
    }

    private void read(Viewer viewer) {
        where.add(within(viewer));
        code("actor", "actor = :actor", "利用者名は minato-officer のような符号です。");
        code("institution", "institution = :institution", "支援機関は minato-cci のような符号です。");
        code("kind", "subject_kind = :kind", "対象の種類は diagnosis のような符号です。");
        filter(
                "action",
                "action = :action",
                code -> Action.find(code).map(Action::code),
                "この操作はありません。" + TrailWords.actionCodes() + " のどれかです。");
        filter(
                "subject",
                "(subject = :subject or id = any(array(select trail_batches_with(:subject))))",
                TrailConditions::subject,
                "対象は、診断票の番号などの符号です。");
        moment("from", "at >= :from", TrailMoments.Span::begin);
        moment("to", "at < :to", TrailMoments.Span::end);
    }

    private void code(String name, String condition, String complaint) {
        filter(name, condition, value -> Optional.of(value).filter(CODE.asMatchPredicate()), complaint);
    }

    private void filter(String name, String condition, Function<String, Optional<String>> reading, String complaint) {
        String typed = query.get(name);
        if (typed != null) {
            reading.apply(typed)
                    .ifPresentOrElse(
                            value -> where.add(condition, name, value),
                            () -> faults.add(new Violation(name, complaint)));
        }
    }

    private static Optional<String> subject(String typed) {
        return Optional.of(UUID.matcher(typed).matches() ? typed.toLowerCase(Locale.ROOT) : typed)
                .filter(CODE.asMatchPredicate());
    }

    private void moment(String name, String condition, Function<TrailMoments.Span, java.time.Instant> end) {
        if (query.get(name) == null) {
            return;
        }
        TrailMoments.Span span = TrailMoments.read(query.get(name));
        if (span.fault() == null) {
            where.add(condition, name, end.apply(span));
        } else {
            faults.add(new Violation(name, span.fault()));
        }
    }
}
