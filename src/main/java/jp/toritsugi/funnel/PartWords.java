package jp.toritsugi.funnel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** Names the parts of a funnel and puts them in the order people know. */
@ApplicationScoped
class PartWords {
    private final Register register;
    private final Municipalities municipalities;
    private final QuestionnaireLibrary library;

    private final SmallParts small;

    PartWords(Register register, Municipalities municipalities, QuestionnaireLibrary library, SmallParts small) {
        this.small = small;
        this.register = register;
        this.municipalities = municipalities;
        this.library = library;
    }

    /** Rows by their part, named and in order; those of no part stand last, and behind them the small ones together. */
    List<Funnel.Part> parts(FunnelQuestion question, List<FunnelRow> rows, Viewer viewer) {
        String network = viewer.network();
        Map<String, String> areas =
                question.by() == Parts.AREA ? areas(network, question.sheets().to()) : Map.of();
        Map<String, List<FunnelRow>> byPart = new TreeMap<>();
        for (FunnelRow row : rows) {
            String part = question.by() == Parts.AREA ? areas.get(row.part()) : row.part();
            byPart.computeIfAbsent(part == null ? "" : part, key -> new ArrayList<>())
                    .add(row);
        }
        List<FunnelRow> together = small.takenFrom(byPart, question, viewer);
        List<Funnel.Part> parts = new ArrayList<>();
        names(question, network).forEach((code, name) -> {
            List<FunnelRow> found = byPart.remove(code);
            if (found != null) {
                parts.add(Funnel.Part.of(code, name, new FunnelCount(found).reached()));
            }
        });
        List<FunnelRow> unknown = byPart.remove("");
        byPart.forEach((code, found) -> parts.add(Funnel.Part.of(
                code, question.by() == Parts.MONTH ? month(code) : code, new FunnelCount(found).reached())));
        if (unknown != null) {
            parts.add(Funnel.Part.of(null, nameless(question.by()), new FunnelCount(unknown).reached()));
        }
        if (!together.isEmpty()) {
            parts.add(Funnel.Part.of(null, "その他（少数のためまとめたもの）", new FunnelCount(together).reached()));
        }
        return parts;
    }

    private Map<String, String> names(FunnelQuestion question, String network) {
        Map<String, String> names = new LinkedHashMap<>();
        switch (question.by()) {
            case INSTITUTION_TYPE -> {
                for (InstitutionType type : InstitutionType.values()) {
                    names.put(type.code(), type.label());
                }
            }
            case INSTITUTION -> register.institutions(network).forEach(one -> names.put(one.code(), one.name()));
            case AREA -> municipalities.areas(network, question.sheets().to()).forEach(area -> names.put(area, area));
            case LEAF -> leaves(question.questionnaire(), names);
            case KIND -> {
                for (RecipientKind kind : RecipientKind.values()) {
                    names.put(kind.code(), kind.label());
                }
            }
            case MONTH -> {}
        }
        return names;
    }

    private void leaves(String questionnaire, Map<String, String> names) {
        Map<String, String> sorted = new TreeMap<>();
        library.versions(questionnaire).forEach(version -> version.leaves()
                .forEach(leaf -> sorted.putIfAbsent(leaf.code(), leaf.code() + " " + leaf.name())));
        sorted.put(Questionnaire.UNDETERMINED, Questionnaire.UNDETERMINED + " 回答では決まらない");
        names.putAll(sorted);
    }

    /** Area by municipality, as of a day. */
    private Map<String, String> areas(String network, LocalDate day) {
        Map<String, String> areas = new LinkedHashMap<>();
        municipalities.areas(network, day).forEach(area -> municipalities
                .inArea(network, area, day)
                .forEach(municipality -> areas.put(municipality, area)));
        return areas;
    }

    private static String month(String code) {
        return Wareki.month(YearMonth.parse(code).atDay(1));
    }

    private static String nameless(Parts by) {
        return switch (by) {
            case AREA -> "地域が分からない、または県外";
            case KIND -> "取次先の提案なし";
            case INSTITUTION_TYPE, INSTITUTION, LEAF, MONTH -> "不明";
        };
    }
}
