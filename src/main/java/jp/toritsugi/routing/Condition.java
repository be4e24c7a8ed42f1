package jp.toritsugi.routing;

import java.util.List;
import java.util.stream.Collectors;

/** When a rule, a gate or an addition applies. Answers two questions: what must hold, and how is it said in Japanese. */
sealed interface Condition {
    Condition ALWAYS = new AllOf(List.of());

    boolean holds(RoutingCase one);

    String inWords();

    /** The same as alternatives, each of which says which bits must be set and which must not. */
    Alternatives compile(Atoms atoms);

    record Asks(Atom atom) implements Condition {
        @Override
        public boolean holds(RoutingCase one) {
            return atom.holds(one);
        }

        @Override
        public String inWords() {
            return atom.inWords();
        }

        @Override
        public Alternatives compile(Atoms atoms) {
            return Alternatives.set(atoms.bit(atom));
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(RoutingCase one) {
            return conditions.stream().allMatch(condition -> condition.holds(one));
        }

        @Override
        public String inWords() {
            return conditions.isEmpty()
                    ? "すべて"
                    : conditions.stream()
                            .map(condition -> condition instanceof AnyOf any && !any.isOfLeaves()
                                    ? "（" + condition.inWords() + "）"
                                    : condition.inWords())
                            .collect(Collectors.joining("、かつ "));
        }

        @Override
        public Alternatives compile(Atoms atoms) {
            Alternatives all = Alternatives.ALWAYS;
            for (Condition condition : conditions) {
                all = all.and(condition.compile(atoms));
            }
            return all;
        }
    }

    record AnyOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(RoutingCase one) {
            return conditions.stream().anyMatch(condition -> condition.holds(one));
        }

        @Override
        public String inWords() {
            return isOfLeaves()
                    ? conditions.stream().map(Condition::inWords).collect(Collectors.joining("・"))
                    : alternatives();
        }

        /** Read as one thing: 区分B・区分C. */
        boolean isOfLeaves() {
            return conditions.stream()
                    .allMatch(condition -> condition instanceof Asks asks && asks.atom() instanceof Atom.InLeaf);
        }

        private String alternatives() {
            return conditions.stream()
                    .map(condition ->
                            condition instanceof AllOf ? "（" + condition.inWords() + "）" : condition.inWords())
                    .collect(Collectors.joining("又は"));
        }

        @Override
        public Alternatives compile(Atoms atoms) {
            Alternatives any = Alternatives.NEVER;
            for (Condition condition : conditions) {
                any = any.or(condition.compile(atoms));
            }
            return any;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(RoutingCase one) {
            return !condition.holds(one);
        }

        @Override
        public String inWords() {
            return condition instanceof Asks asks ? asks.atom().opposite() : "（" + condition.inWords() + "）でない";
        }

        @Override
        public Alternatives compile(Atoms atoms) {
            return condition.compile(atoms).not();
        }
    }
}
