package jp.toritsugi.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import jp.toritsugi.enterprise.ManyFirms.Firm;
import org.junit.jupiter.api.Test;

/**
 * How many firms are recognised when somebody else writes them down, and how many are mistaken for another. The 法人番号
 * is left out of the second sheet, so that names have to do it alone; the figures of a run are printed.
 */
class SameFirmRecallTest {
    private static final int FIRMS = 5000;

    private final List<Firm> firms = new ManyFirms(20191231).make(FIRMS);

    @Test
    void at_least_95_of_100_corrupted_names_are_recognised() {
        Random random = new Random(7);
        int tried = 0;
        int found = 0;
        for (Corruption corruption : Corruption.values()) {
            int triedOfKind = 0;
            int foundOfKind = 0;
            for (Firm firm : firms) {
                Firm again = corruption.of(firm, random);
                if (!isWrittenAlike(firm, again)) {
                    triedOfKind++;
                    foundOfKind += share(firm, forgetful(again, random)) ? 1 : 0;
                }
            }
            System.out.printf("%-34s %6.2f %% of %d%n", corruption, 100.0 * foundOfKind / triedOfKind, triedOfKind);
            assertThat(triedOfKind).as("%s", corruption).isPositive();
            tried += triedOfKind;
            found += foundOfKind;
        }
        System.out.printf("%-34s %6.2f %%%n", "together", 100.0 * found / tried);
        assertThat((double) found / tried).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void most_are_recognised_when_two_things_are_written_differently() {
        Random random = new Random(11);
        Corruption[] all = Corruption.values();
        long found = firms.stream()
                .filter(firm -> {
                    Firm once = all[random.nextInt(all.length)].of(firm, random);
                    Firm twice = once.person() == null ? once : all[random.nextInt(all.length - 1)].of(once, random);
                    return share(firm, forgetful(twice, random));
                })
                .count();
        System.out.printf("%-34s %6.2f %%%n", "two at once", 100.0 * found / FIRMS);
        assertThat((double) found / FIRMS).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void few_firms_are_mistaken_for_another() {
        Map<String, List<Integer>> known = new HashMap<>();
        for (int i = 0; i < FIRMS; i++) {
            for (FirmTrace trace : firms.get(i).traces()) {
                known.computeIfAbsent(trace.text(), text -> new ArrayList<>()).add(i);
            }
        }
        Set<Integer> mistaken = new HashSet<>();
        Set<Integer> ofOneOwner = new HashSet<>();
        Map<FirmTrace.Kind, Integer> because = new EnumMap<>(FirmTrace.Kind.class);
        for (int i = 0; i < FIRMS; i++) {
            Firm firm = firms.get(i);
            for (FirmTrace trace : firm.traces()) {
                for (int index : known.get(trace.text())) {
                    Firm other = firms.get(index);
                    if (index != i && agree(trace, other) && !contradict(firm, other)) {
                        (firm.hasOwnerOf(other) ? ofOneOwner : mistaken).add(i);
                        because.merge(trace.kind(), 1, Integer::sum);
                    }
                }
            }
        }
        System.out.printf(
                "mistaken for a firm of another owner %.2f %%, of the same owner %.2f %%, traces %s, %.2f a sheet%n",
                100.0 * mistaken.size() / FIRMS,
                100.0 * ofOneOwner.size() / FIRMS,
                because,
                firms.stream().mapToInt(firm -> firm.traces().size()).average().orElse(0));
        assertThat((double) mistaken.size() / FIRMS).isLessThan(0.03);
        assertThat((double) ofOneOwner.size() / FIRMS).isLessThan(0.03);
    }

    /** Sheets are seldom complete: of five, the second office leaves the telephone out of one. */
    private static Firm forgetful(Firm firm, Random random) {
        return random.nextInt(5) == 0
                ? Corruption.changed(firm, firm.firm().name(), null, firm.firm().municipality(), firm.person())
                : firm;
    }

    private static boolean isWrittenAlike(Firm one, Firm other) {
        return one.firm().name().equals(other.firm().name())
                && Objects.equals(one.firm().phone(), other.firm().phone())
                && Objects.equals(one.firm().municipality(), other.firm().municipality())
                && Objects.equals(one.person(), other.person());
    }

    private static boolean share(Firm one, Firm other) {
        return one.traces().stream().anyMatch(trace -> agree(trace, other));
    }

    private static boolean agree(FirmTrace trace, Firm other) {
        return other.traces().stream().anyMatch(trace::agrees);
    }

    /** Two numbers that differ settle it, as they do in the database. */
    private static boolean contradict(Firm one, Firm other) {
        return one.firm().corporateNumber() != null
                && other.firm().corporateNumber() != null
                && !one.firm().corporateNumber().equals(other.firm().corporateNumber());
    }
}
