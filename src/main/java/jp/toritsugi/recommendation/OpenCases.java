package jp.toritsugi.recommendation;

import java.util.UUID;

/** What routing must know of the cases that stand above it: gate G6. */
public interface OpenCases {
    /**
     * Whether another case of the same firm is under way, as far as the asker may know: the own institution's, or one whose
     * owner agreed that it is passed on, of which the trail then has a line. A firm that is not surely known (neither its
     * number nor name, municipality and representative) has none.
     *
     * @param firmKey of the sheet's names
     */
    boolean hasOther(UUID diagnosis, String firmKey);
}
