package jp.toritsugi.trail;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry with its place in its chain.
 *
 * @param facts its details, one by one, in words
 * @param ids the sheets of a batch
 * @param before hash of the entry before it in the chain
 */
record EntryPage(TrailEntry entry, TrailPage.Line line, List<String> facts, List<Batched> ids, String before) {

    record Batched(String id, String address) {}

    static EntryPage of(TrailEntry entry, TrailPage.Line line, String before) {
        List<String> facts = new ArrayList<>();
        List<Batched> ids = new ArrayList<>();
        entry.details().forEach((key, value) -> {
            String said = TrailWords.fact(key, value);
            if (!said.isEmpty()) {
                facts.add(said);
            }
            if (key.equals("ids") && value instanceof List<?> several) {
                several.forEach(id -> ids.add(new Batched(
                        id.toString(), TrailQuery.address("/trail", java.util.Map.of("subject", id.toString())))));
            }
        });
        if (!TrailWords.reason(entry).isEmpty()) {
            facts.add(TrailWords.reason(entry));
        }
        return new EntryPage(entry, line, facts, ids, before);
    }
}
