package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.SearchKey;
import jp.toritsugi.problem.InvalidInput;

/** Finds sheets again: by any part of a name in any spelling, by number, place, leaf, period, institution. */
@ApplicationScoped
class DiagnosisSearch {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final EntityManager entities;

    DiagnosisSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws InvalidInput for a filter that cannot be understood */
    @Transactional
    PageOf<DiagnosisLine> find(DiagnosisQuery query, Viewer viewer) {
        int limit = limit(query);
        Conditions where = conditions(query, viewer);
        boolean byName = "name".equals(query.sort);
        if (query.after != null && !query.after.isBlank()) {
            after(ListPosition.parse(query.after), byName, where);
        }
        String order = byName ? "sort_name collate \"ja-x-icu\", id" : "interviewed_on desc, id desc";
        Query rows = entities.createNativeQuery(
                "select * from diagnosis where " + where.text() + " order by " + order + " limit :limit",
                Diagnosis.class);
        where.parameters.forEach(rows::setParameter);
        rows.setParameter("limit", limit + 1);
        @SuppressWarnings("unchecked")
        List<Diagnosis> found = rows.getResultList();
        List<Diagnosis> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? ListPosition.behind(page.get(page.size() - 1)).encoded()
                : null;
        return new PageOf<>(page.stream().map(DiagnosisLine::of).toList(), next);
    }

    private static Conditions conditions(DiagnosisQuery query, Viewer viewer) {
        Conditions where = new Conditions();
        where.add("network = :network", "network", viewer.network());
        viewer.confinedTo().ifPresent(own -> where.add("institution = :own", "own", own));
        where.addIfGiven("institution = :institution", "institution", query.institution);
        where.addIfGiven("municipality = :municipality", "municipality", query.municipality);
        where.addIfGiven("leaf = :leaf", "leaf", query.leaf);
        where.addIfGiven("leaf_state = :leafState", "leafState", query.leafState);
        where.addIfGiven("interviewed_on >= :from", "from", query.from);
        where.addIfGiven("interviewed_on <= :to", "to", query.to);
        where.addIfGiven("off_branch = :offBranch", "offBranch", query.offBranch);
        where.add(
                "status = :status",
                "status",
                query.status == null || query.status.isBlank() ? Diagnosis.RECORDED : query.status);
        if (query.q != null && !query.q.isBlank()) {
            names(query.q, where);
        }
        return where;
    }

    /** Every word must be found; the index finds by one and two characters, the text itself decides. */
    private static void names(String words, Conditions where) {
        int i = 0;
        for (String word : words.strip().split("[\\s　]+")) {
            String key = SearchKey.of(word);
            if (key.isEmpty()) {
                continue;
            }
            where.add("search_grams @> cast(:grams" + i + " as text[])", "grams" + i, SheetNames.grams(key));
            where.add(
                    "search_key like :word" + i + " escape '!'",
                    "word" + i,
                    "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            i++;
        }
    }

    private static void after(ListPosition position, boolean byName, Conditions where) {
        if (byName) {
            where.add(
                    "(sort_name collate \"ja-x-icu\", id) > (select d.sort_name, d.id from diagnosis d where d.id = :afterId)",
                    "afterId",
                    position.id());
        } else {
            where.add("(interviewed_on, id) < (:afterDay, :afterId)", "afterDay", position.day());
            where.parameters.put("afterId", position.id());
        }
    }

    private static int limit(DiagnosisQuery query) {
        if (query.limit == null) {
            return USUAL;
        }
        if (query.limit < 1 || query.limit > MOST) {
            throw new InvalidInput("limit", "1から" + MOST + "までの件数を指定してください。");
        }
        return query.limit;
    }

    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        void addIfGiven(String condition, String name, Object value) {
            if (value != null && !(value instanceof String text && text.isBlank())) {
                add(condition, name, value);
            }
        }

        String text() {
            return String.join(" and ", conditions);
        }
    }
}
