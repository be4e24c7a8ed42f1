package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.toritsugi.consent.Inside;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.YamlFile;

/** Reads what the kinds of consultants are called, and refuses a day without a name or with two. */
final class NameEntries {
    private final YamlFile file;

    NameEntries(YamlFile file) {
        this.file = file;
    }

    Map<RecipientKind, KindNames> read(YamlFile.Entry root) {
        Map<RecipientKind, KindNames> found = new EnumMap<>(RecipientKind.class);
        for (YamlFile.Entry entry : root.entries("kinds")) {
            entry.only("kind", "inside", "names");
            Optional<RecipientKind> kind = kind(entry);
            if (kind.isPresent() && found.put(kind.get(), names(kind.get(), entry)) != null) {
                file.fault(entry.line(), "相談先 " + kind.get().code() + " が二度あります。");
            }
        }
        for (RecipientKind kind : RecipientKind.values()) {
            if (!found.containsKey(kind)) {
                file.fault(root.lineOf("kinds"), "相談先 " + kind.code() + " の名前がありません。");
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private KindNames names(RecipientKind kind, YamlFile.Entry entry) {
        List<KindNames.Name> names = new ArrayList<>();
        LocalDate next = LocalDate.MIN;
        for (YamlFile.Entry one : entry.entries("names")) {
            one.only("from", "until", "name", "place", "confirmed");
            LocalDate from = RuleSetFile.day(file, one, "from", LocalDate.MIN);
            LocalDate until = RuleSetFile.day(file, one, "until", LocalDate.MAX);
            if (next == null || from.isBefore(next)) {
                file.fault(one.line(), kind.code() + " の名前の期間が重なっています。");
            } else if (from.isAfter(next)) {
                file.fault(one.line(), kind.code() + " の名前の無い期間があります。");
            }
            if (until.isBefore(from)) {
                file.fault(one.line(), kind.code() + " の名前の終わりの日が初めの日より前です。");
            }
            next = until.equals(LocalDate.MAX) ? null : until.plusDays(1);
            names.add(new KindNames.Name(
                    from,
                    until,
                    one.text("name", "相談先の名前"),
                    one.optionalText("place").orElse(null),
                    one.flag("confirmed", true)));
        }
        if (next != null) {
            file.fault(entry.line(), kind.code() + " の、いまの名前がありません。");
        }
        Optional<YamlFile.Entry> inside = entry.entry("inside");
        inside.ifPresent(one -> one.only("kind", "from"));
        KindNames read = new KindNames(
                kind,
                inside.flatMap(this::kind).orElse(null),
                inside.map(one -> RuleSetFile.day(file, one, "from", LocalDate.MIN))
                        .orElse(LocalDate.MIN),
                names);
        refuseOtherCover(read, inside.map(YamlFile.Entry::line).orElse(entry.line()));
        return read;
    }

    /** The tablet reads here whose consent covers whom, the server asks {@link Inside}: they must never part. */
    private void refuseOtherCover(KindNames read, int line) {
        Optional<Inside> agreed = Inside.of(read.kind());
        Optional<Inside> written =
                Optional.ofNullable(read.inside()).map(within -> new Inside(within, read.insideFrom()));
        if (!agreed.equals(written)) {
            String kind = read.kind().label() + "（" + read.kind().code() + "）は";
            String where = agreed.map(NameEntries::words).orElse("、ほかの相談先の中にはありません");
            file.fault(line, kind + where + "。同意がどこまで及ぶかは、決まりでは変えられません。inside をそのとおりに書いてください。");
        }
    }

    private static String words(Inside inside) {
        String from = inside.from().equals(LocalDate.MIN) ? " " : " " + inside.from() + " から ";
        return from + inside.within().code() + " の中にあります";
    }

    private Optional<RecipientKind> kind(YamlFile.Entry entry) {
        String code = entry.text("kind", "相談先の種類");
        for (RecipientKind kind : RecipientKind.values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        file.fault(entry.lineOf("kind"), "相談先 " + code + " はありません。");
        return Optional.empty();
    }
}
