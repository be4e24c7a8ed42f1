package jp.toritsugi.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an answer. */
class ProblemMappers {
    private static final Map<Integer, String> TITLES = Map.of(
            400, "要求の形が正しくありません",
            404, "見つかりません",
            405, "この操作はできません",
            406, "この形式では返せません",
            413, "送られた内容が大きすぎます",
            415, "この形式は受け取れません");

    private final ProblemAnswer answer;

    ProblemMappers(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ServerExceptionMapper
    Uni<Response> refusal(Refusal refusal) {
        return answer.of(Problem.of(refusal));
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException e) {
        return answer.of(Problem.of(403, "forbidden", "この操作は許されていません", "あなたの役割では、この画面や操作は使えません。"));
    }

    @ServerExceptionMapper
    Uni<Response> invalid(ConstraintViolationException e) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(ProblemMappers::violation)
                .sorted(java.util.Comparator.comparing(Violation::field))
                .toList();
        return answer.of(Problem.of(new InvalidInput(violations)));
    }

    @ServerExceptionMapper
    Uni<Response> unreadable(JsonProcessingException e) {
        return answer.of(Problem.of(new InvalidInput(UnreadableJson.violation(e))));
    }

    @ServerExceptionMapper
    Uni<Response> unreadable(MismatchedInputException e) {
        return unreadable((JsonProcessingException) e);
    }

    @ServerExceptionMapper
    Uni<Response> unreadable(JsonMappingException e) {
        return unreadable((JsonProcessingException) e);
    }

    @ServerExceptionMapper
    Uni<Response> stale(OptimisticLockException e) {
        return refusal(new ChangedMeanwhile());
    }

    @ServerExceptionMapper
    Uni<Response> web(WebApplicationException e) {
        Throwable cause = e.getCause();
        if (cause instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        if (cause instanceof Refusal refusal) {
            return refusal(refusal);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return fault(e);
        }
        if (status < 400) {
            return Uni.createFrom().item(e.getResponse());
        }
        String title = TITLES.getOrDefault(status, "この要求は受け付けられません");
        String detail = status == 404 ? "アドレスが正しいか、ご自分の機関のものかを確かめてください。" : title + "。";
        return answer.of(Problem.of(status, "http-" + status, title, detail));
    }

    /** Whatever has no mapper of its own: something that the database said, or a fault. */
    @ServerExceptionMapper
    Uni<Response> fault(Throwable e) {
        Optional<Outage> outage = Outage.of(e);
        if (outage.isPresent()) {
            // One line, not a stack: there are many of them when there is one.
            Log.warnf("answered %s", outage.get());
            return answer.of(outage.get());
        }
        Optional<Refusal> refusal = BrokenConstraint.of(e);
        if (refusal.isPresent()) {
            return refusal(refusal.get());
        }
        if (DatabaseWords.behind(e).anyMatch(OptimisticLockException.class::isInstance)) {
            // found only when the transaction was to end
            return refusal(new ChangedMeanwhile());
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(e, "fault %s", reference);
        return answer.of(Problem.fault(reference));
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        // The first two nodes name our method and its parameter; the sender knows neither.
        String field = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .map(Path.Node::toString)
                .filter(node -> !node.startsWith("<"))
                .collect(Collectors.joining("."));
        return new Violation(field, violation.getMessage());
    }
}
