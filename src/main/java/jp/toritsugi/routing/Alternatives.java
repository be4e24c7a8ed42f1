package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition ready to be asked of encoded cases: it holds where one of its alternatives does, that is, where every bit of
 * {@code set[i]} is set and none of {@code unset[i]}.
 */
final class Alternatives {
    static final Alternatives NEVER = new Alternatives(List.of());
    static final Alternatives ALWAYS = new Alternatives(List.of(new Term(0, 0)));

    private final long[] set;
    private final long[] unset;

    record Term(long set, long unset) {
        boolean contradictsItself() {
            return (set & unset) != 0;
        }

        /** Whether it holds wherever the other does. */
        boolean covers(Term other) {
            return (set & ~other.set) == 0 && (unset & ~other.unset) == 0;
        }
    }

    private Alternatives(List<Term> terms) {
        set = terms.stream().mapToLong(Term::set).toArray();
        unset = terms.stream().mapToLong(Term::unset).toArray();
    }

    static Alternatives set(long bit) {
        return new Alternatives(List.of(new Term(bit, 0)));
    }

    boolean hold(long bits) {
        for (int i = 0; i < set.length; i++) {
            if ((bits & set[i]) == set[i] && (bits & unset[i]) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The bits that stand in the way: of the alternative that lacks fewest, the wrong ones; 0 where one holds. */
    long missing(long bits) {
        long nearest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < set.length; i++) {
            long wrong = set[i] & ~bits | unset[i] & bits;
            int count = Long.bitCount(wrong);
            if (count < fewest) {
                nearest = wrong;
                fewest = count;
            }
        }
        return nearest;
    }

    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < set.length; i++) {
            terms.add(new Term(set[i], unset[i]));
        }
        return terms;
    }

    boolean isNever() {
        return set.length == 0;
    }

    Alternatives or(Alternatives other) {
        List<Term> terms = terms();
        terms.addAll(other.terms());
        return simplified(terms);
    }

    Alternatives and(Alternatives other) {
        List<Term> terms = new ArrayList<>();
        for (Term one : terms()) {
            for (Term two : other.terms()) {
                terms.add(new Term(one.set | two.set, one.unset | two.unset));
            }
        }
        return simplified(terms);
    }

    Alternatives not() {
        Alternatives result = ALWAYS;
        for (Term term : terms()) {
            List<Term> opposites = new ArrayList<>();
            for (long bit : bits(term.set)) {
                opposites.add(new Term(0, bit));
            }
            for (long bit : bits(term.unset)) {
                opposites.add(new Term(bit, 0));
            }
            result = result.and(new Alternatives(opposites));
        }
        return result;
    }

    static long[] bits(long mask) {
        long[] bits = new long[Long.bitCount(mask)];
        int next = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            bits[next++] = Long.lowestOneBit(rest);
        }
        return bits;
    }

    private static Alternatives simplified(List<Term> terms) {
        List<Term> kept = new ArrayList<>();
        for (Term term : terms) {
            if (term.contradictsItself() || kept.stream().anyMatch(other -> other.covers(term))) {
                continue;
            }
            kept.removeIf(term::covers);
            kept.add(term);
        }
        return new Alternatives(kept);
    }
}
