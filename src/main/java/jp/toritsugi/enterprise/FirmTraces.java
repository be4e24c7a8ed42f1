package jp.toritsugi.enterprise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.toritsugi.japan.KanaSound;

/**
 * The few traces by which another sheet of the same firm is recognised without a look at the sheet itself. Two sheets
 * may be of the same firm when they have one trace in common; a hash cannot be a little alike, so what people write a
 * little differently has to be taken away beforehand:
 *
 * <ul>
 *   <li>letters of a name are put in order, so that two that changed places do not matter;
 *   <li>with the same representative and municipality, the beginning or the end of the name is enough: one letter wrong,
 *       missing or too many spoils only one of the two;
 *   <li>the sound stands for a name that somebody wrote down in kana.
 * </ul>
 *
 * <p>Between two and nine a sheet, six as a rule; their number is what a million of sheets costs.
 */
public final class FirmTraces {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9() .\\-‐‑–—―ー−]{7,}");
    private static final int SHORTEST_PHONE = 9;
    private static final char BREAK = '\u001f';

    private final String network;
    private final String doubt;
    private final Set<FirmTrace> traces = new LinkedHashSet<>();

    private FirmTraces(String network, String who) {
        this.network = network;
        this.doubt = doubt(who);
    }

    /** @param person may be null */
    public static List<FirmTrace> of(String network, EnterpriseData firm, RepresentativeData person) {
        String name = FirmName.core(firm.name());
        String place = firm.municipality();
        String who = person == null || person.name() == null ? "" : FirmName.person(person.name());
        FirmTraces traces = new FirmTraces(network, who);
        if (firm.corporateNumber() != null) {
            traces.add(FirmTrace.Kind.NUMBER, firm.corporateNumber());
        }
        if (firm.phone() != null) {
            traces.addPhone(firm.phone());
        }
        if (!who.isEmpty()) {
            traces.add(FirmTrace.Kind.NAME_AND_PERSON, inOrder(name), who);
        }
        if (place != null) {
            traces.add(FirmTrace.Kind.NAME_AND_PLACE, inOrder(name), place);
            FirmName.sound(firm).ifPresent(sound -> traces.add(FirmTrace.Kind.SOUND_AND_PLACE, sound, place));
            if (!who.isEmpty()) {
                traces.addParts(name, who, place);
            }
        }
        return new ArrayList<>(traces.traces);
    }

    private void addPhone(String written) {
        Matcher number = PHONE.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC));
        if (!number.find()) {
            return;
        }
        String digits = number.group().replaceFirst("^\\+81 *(?:\\(0\\))?", "0").replaceAll("[^0-9]", "");
        // 0000-00-0000 is what people type where a number is wanted and none is known.
        if (digits.length() >= SHORTEST_PHONE && digits.chars().distinct().count() > 2) {
            add(FirmTrace.Kind.PHONE, digits);
        }
    }

    private void addParts(String name, String who, String place) {
        int[] points = name.codePoints().toArray();
        for (int size : partSizes(points.length)) {
            add(FirmTrace.Kind.PART_OF_NAME, "<", new String(points, 0, size), who, place);
            add(FirmTrace.Kind.PART_OF_NAME, ">", new String(points, points.length - size, size), who, place);
        }
    }

    /** Half of the name, three letters at most. Where one letter more or less changes the size, both sizes are taken. */
    private static int[] partSizes(int length) {
        return switch (length) {
            case 0 -> new int[0];
            case 1, 2 -> new int[] {1};
            case 3 -> new int[] {1, 2};
            case 4, 5 -> new int[] {2};
            case 6 -> new int[] {2, 3};
            default -> new int[] {3};
        };
    }

    private static String inOrder(String name) {
        int[] points = name.codePoints().sorted().toArray();
        return new String(points, 0, points.length);
    }

    /** A name in kana cannot be held against one in kanji. */
    private static String doubt(String who) {
        return who.isEmpty() || KanaSound.of(who).isPresent()
                ? ""
                : Character.toString(who.codePointAt(0)) + Character.toString(who.codePointBefore(who.length()));
    }

    private void add(FirmTrace.Kind kind, String... parts) {
        boolean leavesDoubt = kind == FirmTrace.Kind.NAME_AND_PLACE || kind == FirmTrace.Kind.SOUND_AND_PLACE;
        traces.add(new FirmTrace(
                kind,
                network + BREAK + kind.code() + BREAK + String.join(String.valueOf(BREAK), parts),
                leavesDoubt ? doubt : ""));
    }
}
