package jp.toritsugi.routing;

import java.util.Optional;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/** One thing about a case that could be different. */
public sealed interface Change {
    /** What it is about, as a program names it: a question, a fact … */
    String subject();

    /** What it would be. */
    String to();

    /** Q5が「はい」なら */
    String inWords(Questionnaire questionnaire);

    record Answer(String question, String to) implements Change {
        @Override
        public String subject() {
            return question;
        }

        @Override
        public String inWords(Questionnaire questionnaire) {
            Optional<Question> found = questionnaire.question(question);
            return question + "が「"
                    + found.flatMap(one -> one.choice(to)).map(Choice::label).orElse(to) + "」なら";
        }
    }

    record OfFact(Fact fact, boolean there) implements Change {
        @Override
        public String subject() {
            return fact.code();
        }

        @Override
        public String to() {
            return Boolean.toString(there);
        }

        @Override
        public String inWords(Questionnaire questionnaire) {
            return "「" + fact.label() + (there ? "」があれば" : "」がなければ");
        }
    }

    record Handover(int years) implements Change {
        @Override
        public String subject() {
            return "handoverWithinYears";
        }

        @Override
        public String to() {
            return Integer.toString(years);
        }

        @Override
        public String inWords(Questionnaire questionnaire) {
            return "承継予定が" + years + "年後なら";
        }
    }

    /** Something that stands in the way no longer does. */
    enum Cleared implements Change {
        CONSENT("consents", "given", "情報共有の同意（すべての提供先）があれば"),
        WISH("supportWish", "wanted", "支援を希望されれば"),
        ADVISER("adviser", "none", "相談中の先がなければ"),
        NETWORK("municipality", "inside", "市町村がネットワークの中なら"),
        OPEN_CASE("openCase", "none", "同じ事業者の取次が進んでいなければ");

        private final String subject;
        private final String to;
        private final String words;

        Cleared(String subject, String to, String words) {
            this.subject = subject;
            this.to = to;
            this.words = words;
        }

        @Override
        public String subject() {
            return subject;
        }

        @Override
        public String to() {
            return to;
        }

        @Override
        public String inWords(Questionnaire questionnaire) {
            return words;
        }

        Atom.Circumstance circumstance() {
            return switch (this) {
                case CONSENT -> Atom.Circumstance.NO_CONSENT;
                case WISH -> Atom.Circumstance.NOT_NOW;
                case ADVISER -> Atom.Circumstance.ADVISER_NAMED;
                case NETWORK -> Atom.Circumstance.OUTSIDE_NETWORK;
                case OPEN_CASE -> Atom.Circumstance.OPEN_CASE;
            };
        }
    }
}
