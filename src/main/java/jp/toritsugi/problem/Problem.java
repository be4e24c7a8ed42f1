package jp.toritsugi.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Problem details (RFC 9457), the same for programs and, as a page, for people.
 *
 * @param reference number under which a fault of ours is logged; null for refusals
 */
@TemplateData
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, List<Violation> violations, String reference) {
    private static final String PREFIX = "urn:toritsugi:problem:";

    static Problem of(Refusal refusal) {
        return new Problem(
                PREFIX + refusal.type(),
                refusal.title(),
                refusal.status(),
                refusal.getMessage(),
                refusal.violations(),
                null);
    }

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(PREFIX + type, title, status, detail, List.of(), null);
    }

    static Problem fault(String reference) {
        return new Problem(
                PREFIX + "fault",
                "システムの不具合が起きました",
                500,
                "入力した内容の問題ではありません。しばらくしてからもう一度お試しください。続くときは、受付番号を添えてシステム管理者にお知らせください。",
                List.of(),
                reference);
    }
}
