package jp.toritsugi.problem;

import java.util.List;

/** Something of the same name, number or place is there already, and there may be only one. */
public final class AlreadyTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    AlreadyTaken(String type, String field, String sentence) {
        super(409, type, "重なっています", sentence, List.of(new Violation(field, sentence)));
    }
}
