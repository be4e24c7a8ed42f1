package jp.toritsugi.matrix;

import java.util.Arrays;

/** What one role may do at one endpoint: a word of the table, its mark on the page, and what answer it promises for whose thing. */
public enum Cell {
    /** There is no thing to ask for, or the answer holds only what is within the viewer's own reach. */
    OPEN("o", "○", "使える（見えるのは自分の範囲のものだけ）"),
    OWN("own", "自", "自分（自機関）のものだけ使える。ほかの機関のものは「見つかりません」"),
    SHARED("shared", "同", "自機関のものと、情報共有の同意があるものが使える。同意のないもの、ほかのネットワークのものは「見つかりません」"),
    NETWORK("net", "全", "ネットワークの中のどの機関のものにも使える。ほかのネットワークのものは「見つかりません」"),
    NEVER("-", "－", "使えない（断られ、証跡に残る）");

    private final String word;
    private final String mark;
    private final String meaning;

    Cell(String word, String mark, String meaning) {
        this.word = word;
        this.mark = mark;
        this.meaning = meaning;
    }

    static Cell of(String word) {
        return Arrays.stream(values())
                .filter(cell -> cell.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no word of the table: " + word));
    }

    public String mark() {
        return mark;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it distinguishes whose thing it is asked for. */
    boolean isAboutThings() {
        return this != OPEN && this != NEVER;
    }

    Answer answer(Whose whose) {
        if (this == NEVER) {
            return Answer.FORBIDDEN;
        }
        boolean open =
                switch (whose) {
                    case NOBODYS, OWN -> true;
                    case OTHERS -> this == NETWORK;
                    case OTHERS_SHARED -> this == NETWORK || this == SHARED;
                    case ELSEWHERE -> false;
                };
        return open ? Answer.OPEN : Answer.NOT_FOUND;
    }
}
