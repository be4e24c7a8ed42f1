package jp.toritsugi.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jp.toritsugi.report.Published;

/**
 * Answer sheets that give exactly the published tables when they are counted. The report shows margins only; this is one
 * consistent way to fill the sheets, not the real one. Where more answered than were asked, the surplus is off the
 * branch; where fewer did, the rest left the question blank or gave a non-response.
 */
final class PublishedAnswers {
    private static final List<String> NON_RESPONSES = List.of("unknown", "not-asked", "declined");

    private final Published published;
    private final Random random;
    private final List<Map<String, String>> sheets = new ArrayList<>();

    private PublishedAnswers(Published published, long seed) {
        this.published = published;
        this.random = new Random(seed);
        long all = published.table("Q1").total();
        for (long i = 0; i < all; i++) {
            sheets.add(new LinkedHashMap<>());
        }
    }

    /** The sheets, in random but always the same order. */
    static List<Map<String, String>> make(Published published, long seed) {
        return new PublishedAnswers(published, seed).fill();
    }

    private List<Map<String, String>> fill() {
        answer("Q1", sheets, List.of());
        List<Map<String, String>> candidate = with(sheets, "Q1", "yes");
        List<Map<String, String>> nobody = with(sheets, "Q1", "no");
        answer("Q1-1", candidate, List.of());
        answer("Q2", candidate, List.of());
        List<Map<String, String>> told = with(candidate, "Q2", "yes");
        List<Map<String, String>> notTold = with(candidate, "Q2", "no");
        List<Map<String, String>> undecided = new ArrayList<>(candidate.stream()
                .filter(sheet -> !"yes".equals(sheet.get("Q2")) && !"no".equals(sheet.get("Q2")))
                .toList());
        for (String question : List.of("Q3", "Q4", "Q5", "Q6")) {
            answer(question, told, undecided);
        }
        // The sheets that answer Q7 beside the branch said はい: all of the published いいえ are needed on it.
        List<Map<String, String>> beside =
                told.subList(0, (int) (published.table("Q7").total() - nobody.size()));
        beside.forEach(sheet -> sheet.put("Q7", "yes"));
        long wanted = published.table("Q7").count("yes") - beside.size();
        shuffled(nobody)
                .forEach(sheet -> sheet.put("Q7", with(nobody, "Q7", "yes").size() < wanted ? "yes" : "no"));
        List<Map<String, String>> wantsSomebody = new ArrayList<>(notTold);
        wantsSomebody.addAll(with(nobody, "Q7", "yes"));
        answer("Q8", wantsSomebody, beside);
        answer("Q9", wantsSomebody, beside);
        List<Map<String, String>> outside = with(nobody, "Q7", "no");
        for (String question : List.of("Q10", "Q11-1", "Q11-2")) {
            answer(question, outside, List.of());
        }
        return shuffled(sheets);
    }

    /** Gives out the published answers: to those asked first, what is left over to sheets beside the branch. */
    private void answer(String question, List<Map<String, String>> asked, List<Map<String, String>> beside) {
        Published.Table table = published.table(question);
        List<String> answers = new ArrayList<>();
        table.rows().forEach(row -> answers.addAll(Collections.nCopies((int) row.count(), row.answer())));
        Collections.shuffle(answers, random);
        List<Map<String, String>> order = shuffled(asked);
        order.addAll(beside);
        for (int i = 0; i < order.size(); i++) {
            if (i < answers.size()) {
                order.get(i).put(question, answers.get(i));
            } else if (i < asked.size() && random.nextBoolean()) {
                order.get(i).put(question, NON_RESPONSES.get(random.nextInt(NON_RESPONSES.size())));
            }
        }
    }

    private List<Map<String, String>> shuffled(List<Map<String, String>> list) {
        // By position, for equal sheets are still different sheets.
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, list.size()).boxed().toList());
        Collections.shuffle(places, random);
        List<Map<String, String>> order = new ArrayList<>();
        places.forEach(place -> order.add(list.get(place)));
        return order;
    }

    private static List<Map<String, String>> with(List<Map<String, String>> list, String question, String answer) {
        return new ArrayList<>(list.stream()
                .filter(sheet -> answer.equals(sheet.get(question)))
                .toList());
    }
}
