package jp.toritsugi.routing;

import java.util.Locale;
import jp.toritsugi.questionnaire.LeafState;

/** The smallest thing a condition can ask of a case; each gets one bit. Says itself in Japanese, and its opposite. */
sealed interface Atom {
    boolean holds(RoutingCase one);

    String inWords();

    default String opposite() {
        return inWords() + "でない";
    }

    record InLeaf(String leaf) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return leaf.equals(one.leaf());
        }

        @Override
        public String inWords() {
            return "区分" + leaf;
        }
    }

    record InState(LeafState state) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return one.leafState() == state;
        }

        @Override
        public String inWords() {
            return state.label();
        }
    }

    record Answered(String question, String answer, String label) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return answer.equals(one.answers().get(question));
        }

        @Override
        public String inWords() {
            return question + "「" + label + "」";
        }
    }

    record FactHolds(Fact fact) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return one.has(fact);
        }

        @Override
        public String inWords() {
            return fact.label() + "あり";
        }

        @Override
        public String opposite() {
            return fact.label() + "の記録なし";
        }
    }

    record FactDenied(Fact fact) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return Boolean.FALSE.equals(one.facts().get(fact));
        }

        @Override
        public String inWords() {
            return fact.label() + "が「なし」";
        }
    }

    record AgeFrom(int age) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return one.countedAge() >= age;
        }

        @Override
        public String inWords() {
            return age + "歳以上";
        }

        @Override
        public String opposite() {
            return age + "歳未満";
        }
    }

    record HandoverWithin(int years) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return one.handoverWithinYears() != null && one.handoverWithinYears() <= years;
        }

        @Override
        public String inWords() {
            return "承継予定が" + years + "年以内";
        }
    }

    record OfKind(String kind) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return kind.equals(one.kind());
        }

        @Override
        public String inWords() {
            return kind.equals("corporation") ? "法人" : "個人事業者";
        }
    }

    record Small(SmallFirms firms) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return firms.holds(one);
        }

        @Override
        public String inWords() {
            return "小規模";
        }
    }

    record Performance(String performance, String label) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return performance.equals(one.performance());
        }

        @Override
        public String inWords() {
            return "業績が" + label;
        }
    }

    record InPlace(Place place) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return one.municipality() != null && place.municipalities().contains(one.municipality());
        }

        @Override
        public String inWords() {
            return place.label();
        }
    }

    record DiagnosedBy(String institutionType, String label) implements Atom {
        @Override
        public boolean holds(RoutingCase one) {
            return institutionType.equals(one.institutionType());
        }

        @Override
        public String inWords() {
            return "実施機関が" + label;
        }
    }

    /** What can stand in the way of a referral beside the answers. */
    enum Circumstance implements Atom {
        NO_CONSENT("情報共有の同意がない", "情報共有の同意がある"),
        NOT_NOW("支援希望が「今は不要」", "支援希望が「今は不要」でない"),
        ADVISER_NAMED("相談中の先がある", "相談中の先の記録なし"),
        OUTSIDE_NETWORK("市町村がネットワークの外", "市町村がネットワークの外でない"),
        OPEN_CASE("同じ事業者の取次が進行中", "同じ事業者の取次は進んでいない");

        private final String words;
        private final String opposite;

        Circumstance(String words, String opposite) {
            this.words = words;
            this.opposite = opposite;
        }

        @Override
        public boolean holds(RoutingCase one) {
            return switch (this) {
                case NO_CONSENT -> one.covered().isEmpty();
                case NOT_NOW -> "not-now".equals(one.supportWish());
                case ADVISER_NAMED -> one.adviserNamed();
                case OUTSIDE_NETWORK -> one.outsideNetwork();
                case OPEN_CASE -> one.openCase();
            };
        }

        @Override
        public String inWords() {
            return words;
        }

        @Override
        public String opposite() {
            return opposite;
        }

        /** As it is written in a rule set: {@code no-consent}. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
