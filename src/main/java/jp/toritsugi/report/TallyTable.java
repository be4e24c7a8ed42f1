package jp.toritsugi.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.questionnaire.Question;

/**
 * The table of one question.
 *
 * @param label the question's wording
 * @param eligible sheets whose branch asks it
 * @param answered sheets that answer it, on the branch or off it
 * @param onBranch answers of those asked
 * @param unanswered eligible without an answer
 * @param offBranch answers although the branch does not ask
 * @param total what the percentages are a share of
 */
public record TallyTable(
        String question,
        String label,
        long eligible,
        long answered,
        long onBranch,
        long unanswered,
        long offBranch,
        List<Row> rows,
        long total) {

    /** @param percent whole percent, half up; null (printed －) when nobody answered */
    public record Row(String answer, String label, long count, Integer percent) {
        @JsonIgnore
        public String printedPercent() {
            return percent == null ? "－" : percent + "％";
        }
    }

    static TallyTable of(Question question, Cells cells, Basis basis) {
        int place = question.index();
        long unanswered = 0;
        for (char mark : new char[] {'-', '?', '!', '~'}) {
            unanswered += cells.marked(place, mark);
        }
        long[] on = new long[question.choices().size()];
        long[] off = new long[on.length];
        long onBranch = 0;
        long offBranch = 0;
        for (int i = 0; i < on.length; i++) {
            on[i] = cells.marked(place, (char) ('a' + i));
            off[i] = cells.marked(place, (char) ('A' + i));
            onBranch += on[i];
            offBranch += off[i];
        }
        long total = basis == Basis.AS_WRITTEN ? onBranch + offBranch : onBranch;
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < on.length; i++) {
            long count = basis == Basis.AS_WRITTEN ? on[i] + off[i] : on[i];
            rows.add(new Row(
                    question.choices().get(i).code(),
                    question.choices().get(i).label(),
                    count,
                    new Share(count, total).percent()));
        }
        return new TallyTable(
                question.code(),
                question.text(),
                onBranch + unanswered,
                onBranch + offBranch,
                onBranch,
                unanswered,
                offBranch,
                rows,
                total);
    }

    /** Why eligible and answered differ, in a sentence; empty where they do not. */
    @JsonIgnore
    public String gap() {
        List<String> parts = new ArrayList<>();
        if (unanswered > 0) {
            parts.add("聞くはずの" + eligible + "件のうち" + unanswered + "件は回答がありません");
        }
        if (offBranch > 0) {
            parts.add("聞かないはずの" + offBranch + "件に回答があります（分岐外）");
        }
        return parts.isEmpty() ? "" : String.join("。", parts) + "。";
    }

    @JsonIgnore
    public String printedTotalPercent() {
        return total == 0 ? "－" : "100％";
    }
}
