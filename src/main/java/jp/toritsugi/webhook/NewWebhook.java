package jp.toritsugi.webhook;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.feedback.EventKind;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/**
 * A webhook as sent.
 *
 * @param name for people
 * @param kinds codes of {@link EventKind}
 * @param active null = true
 * @param version the one that was read, for a change; null = whichever
 */
record NewWebhook(String name, String url, List<String> kinds, Boolean active, Integer version) {
    private static final int LONGEST_NAME = 100;

    static List<EventKind> offered() {
        return java.util.Arrays.stream(EventKind.values())
                .filter(EventKind::isForWebhooks)
                .toList();
    }

    boolean isActive() {
        return active == null || active;
    }

    /** @throws InvalidInput with everything that is wrong */
    NewWebhook checked(boolean privateToo) {
        List<Violation> faults = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add(new Violation("name", "名前を" + LONGEST_NAME + "文字以内で入力してください。"));
        }
        try {
            Address.of(url, privateToo);
        } catch (Address.Unfit unfit) {
            faults.add(new Violation("url", unfit.getMessage()));
        }
        List<String> codes = offered().stream().map(EventKind::code).toList();
        if (kinds == null || kinds.isEmpty() || !codes.containsAll(kinds)) {
            faults.add(new Violation("kinds", "知らせる出来事を一つ以上選んでください。使える符号: " + String.join(", ", codes)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new NewWebhook(
                name.strip(), url.strip(), kinds.stream().distinct().toList(), active, version);
    }
}
