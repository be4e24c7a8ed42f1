package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The atoms of one rule set, each with its bit. */
final class Atoms {
    static final int MOST = 64;

    private final Map<Atom, Integer> bits = new LinkedHashMap<>();
    private final List<Atom> all = new ArrayList<>();

    /** The bit of an atom, as a mask; a new atom gets the next one. */
    long bit(Atom atom) {
        Integer known = bits.get(atom);
        if (known == null) {
            known = all.size();
            bits.put(atom, known);
            all.add(atom);
        }
        return 1L << known;
    }

    /** 0 for an atom that no condition asks for. */
    long knownBit(Atom atom) {
        Integer known = bits.get(atom);
        return known == null ? 0 : 1L << known;
    }

    List<Atom> all() {
        return all;
    }

    /** Those whose bits are set, in the order the file names them. */
    List<Atom> of(long mask) {
        List<Atom> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((mask & 1L << i) != 0) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    long encode(RoutingCase one) {
        long encoded = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).holds(one)) {
                encoded |= 1L << i;
            }
        }
        return encoded;
    }
}
