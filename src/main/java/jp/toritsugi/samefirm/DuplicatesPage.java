package jp.toritsugi.samefirm;

import java.util.List;
import jp.toritsugi.japan.Wareki;

/**
 * 「同じ事業者の可能性」 as a page shows it.
 *
 * @param next address of the next page, or null
 * @param fault what was wrong with what was just sent, or null
 */
record DuplicatesPage(Decision state, List<Tab> tabs, List<Pair> pairs, String next, String fault) {

    record Tab(String label, String address, boolean chosen, long count) {}

    /** @param agreements what agrees, each in words */
    record Pair(PairView pair, List<String> agreements, List<Side> sides) {
        public boolean isOpen() {
            return pair.state().equals(Decision.OPEN.code());
        }

        public boolean isLinked() {
            return pair.state().equals(Decision.LINKED.code());
        }
    }

    /** One sheet; of an anonymous one only the month is there. */
    record Side(PairSide sheet, String institutionName, String municipalityName) {
        public boolean isAnonymous() {
            return sheet.anonymous() != null;
        }

        public boolean isWithdrawn() {
            return "withdrawn".equals(sheet.status());
        }

        /** 令和元年10月. */
        public String month() {
            return Wareki.month(sheet.interviewedIn().atDay(1));
        }
    }

    public boolean isWaiting() {
        return state == Decision.OPEN;
    }
}
