package jp.toritsugi.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.lines.Column;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.lines.Flag;
import jp.toritsugi.lines.ReadLine;
import jp.toritsugi.samefirm.KeyedIds;
import jp.toritsugi.sheet.SheetNames;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * What the earlier lines of the same file were, in few bytes a line, and from it the id of every line. Keys are 64 bits
 * of a hash: that two of a million lines are taken for one happens once in forty million files.
 */
final class SeenLines {
    private static final UUID NAMESPACE = UUID.fromString("b3f7a3c2-3f0e-5c1b-8a55-1f6d0b7c9e21");

    private final NameBasedGenerator former = Generators.nameBasedGenerator(NAMESPACE);
    private final KeyedIds ids;
    private final String network;
    private final LongTable references = new LongTable();
    private final LongTable contents = new LongTable();
    private final LongTable firms = new LongTable();

    SeenLines(String network, KeyedIds ids) {
        this.network = network;
        this.ids = ids;
    }

    /**
     * A line in the light of those above it.
     *
     * @param former the id that anybody can reckon, under which earlier versions recorded the line
     * @param repeats true when the same 管理番号 with the same content stands above: nothing more to do
     */
    record Placed(DiagnosisId id, DiagnosisId former, boolean repeats, List<Fault> faults, List<Flag> flags) {}

    /**
     * With a 管理番号 the id is of the number, so that a repeated import is harmless. Without one it is of the content and
     * of how often this content came before in the file: the same file again gives the same ids, and two people's equal
     * sheets both count. Either way it follows from the installation's key: whoever knows a number knows no id.
     */
    Placed place(ReadLine line) {
        UnderstoodSheet sheet = line.sheet();
        List<Flag> flags = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        boolean repeats = false;
        String name;
        if (sheet.content().reference() == null) {
            name = byContent(line, flags);
        } else {
            name = name("reference", line.institution(), sheet.content().reference());
            long key = key(name);
            long content = contentMark(sheet.contentHash());
            long earlier = references.find(key, any -> true);
            if (earlier < 0) {
                references.add(key, content << 32 | line.line());
            } else if (earlier >>> 32 == content) {
                repeats = true;
                flags.add(new Flag(Flag.Kind.DUPLICATE, (int) earlier + "行目と管理番号も内容も同じ行です。一度だけ記録します。"));
            } else {
                faults.add(new Fault(Column.REFERENCE.label(), "管理番号が" + (int) earlier + "行目と重なっています（内容は違います）。"));
            }
        }
        if (flags.isEmpty() && faults.isEmpty()) {
            sameFirm(line, flags);
        }
        return new Placed(
                new DiagnosisId(ids.of(name)), new DiagnosisId(former.generate(name)), repeats, faults, flags);
    }

    private String byContent(ReadLine line, List<Flag> flags) {
        String content = line.sheet().contentHash();
        long key = key(name("content", line.institution(), content));
        long earlier = contents.find(key, any -> true);
        long times = earlier < 0 ? 0 : earlier >>> 32;
        if (earlier < 0) {
            contents.add(key, 1L << 32 | line.line());
        } else {
            contents.replace(key, times + 1 << 32 | (int) earlier);
            flags.add(new Flag(Flag.Kind.DUPLICATE, (int) earlier + "行目とまったく同じ内容の行です。別の診断として記録します。"));
        }
        return name("content", line.institution(), content + "\n" + times);
    }

    private void sameFirm(ReadLine line, List<Flag> flags) {
        LocalDate day = line.sheet().content().interviewedOn();
        long key = key(name("firm", line.institution(), line.sheet().names().firmKey()));
        long near = firms.find(key, value -> SheetNames.isSoonAgain(day, LocalDate.ofEpochDay(value >>> 32)));
        if (near >= 0) {
            flags.add(new Flag(Flag.Kind.DUPLICATE, (int) near + "行目と同じ事業者です（12か月以内の診断）。"));
        }
        if (firms.find(key, value -> value >>> 32 == day.toEpochDay()) < 0) {
            firms.add(key, day.toEpochDay() << 32 | line.line());
        }
    }

    private String name(String kind, String institution, String what) {
        return network + "\n" + kind + "\n" + institution + "\n" + what;
    }

    private long key(String name) {
        return former.generate(name).getMostSignificantBits();
    }

    private static long contentMark(String hex) {
        return Long.parseLong(hex.substring(0, 7), 16);
    }
}
