package jp.toritsugi.matrix;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param feature what part of the work it belongs to, in Japanese
 * @param name what it does, in Japanese
 * @param thing what its address names one of, in Japanese; empty where it names nothing that belongs to somebody
 * @param anonymous what somebody gets who is not logged in
 * @param cells by role, in the order of the table
 */
@TemplateData
public record Endpoint(
        String feature,
        String name,
        String method,
        String path,
        String thing,
        Answer anonymous,
        Map<String, Cell> cells) {

    private static final String CASE = "診断票";
    private static final String PROVISION = "提供";

    public boolean isForPrograms() {
        return path.startsWith("/api/");
    }

    /** Whose things this is tried with: consent to sharing makes a difference for cases only, and nothing is provided without. */
    private List<Whose> tried() {
        if (thing.isEmpty()) {
            return List.of(Whose.NOBODYS);
        }
        return switch (thing) {
            case CASE -> List.of(Whose.OWN, Whose.OTHERS, Whose.OTHERS_SHARED, Whose.ELSEWHERE);
            case PROVISION -> List.of(Whose.OWN, Whose.OTHERS_SHARED, Whose.ELSEWHERE);
            default -> List.of(Whose.OWN, Whose.OTHERS, Whose.ELSEWHERE);
        };
    }

    /** Every attempt this line makes a promise about. */
    List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        cells.forEach((role, cell) ->
                tried().forEach(whose -> attempts.add(new Attempt(this, role, whose, cell.answer(whose)))));
        attempts.add(new Attempt(this, null, thing.isEmpty() ? Whose.NOBODYS : Whose.OWN, anonymous));
        return attempts;
    }
}
