package jp.toritsugi.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 廃棄: a run, planned or carried out. Nothing in it is about anybody.
 *
 * @param state prepared, approved (being carried out), done, discarded
 * @param endedAt when it was done or discarded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DestructionView(
        UUID id,
        String state,
        Instant preparedAt,
        String preparedBy,
        String preparedByName,
        Instant approvedAt,
        String approvedBy,
        String approvedByName,
        Instant endedAt,
        List<Part> parts) {

    /**
     * One kind of record in the run.
     *
     * @param rule version of the decision it was planned by; 0 = the default
     * @param before records counted from earlier than this day
     * @param planned how many were due and not held
     * @param held how many were due and held
     * @param destroyed how many are gone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String kind,
            String label,
            long rule,
            int term,
            String unit,
            LocalDate before,
            Instant finishedAt,
            long planned,
            long held,
            long destroyed,
            List<Count> counts) {

        @JsonIgnore
        public String getLength() {
            return new Term(term, unit).label();
        }
    }

    /** @param year fiscal year the records are counted from @param institution '' = of none */
    public record Count(
            int year, String institution, String institutionName, long planned, long held, long destroyed) {}

    @JsonIgnore
    public boolean isPrepared() {
        return state.equals("prepared");
    }

    @JsonIgnore
    public boolean isApproved() {
        return state.equals("approved");
    }

    @JsonIgnore
    public boolean isDone() {
        return state.equals("done");
    }

    /** 承認待ち and so on. */
    @JsonIgnore
    public String getStateLabel() {
        return switch (state) {
            case "prepared" -> "承認待ち";
            case "approved" -> "廃棄の途中";
            case "done" -> "廃棄済み";
            default -> "取りやめ";
        };
    }

    @JsonIgnore
    public long getPlanned() {
        return parts.stream().mapToLong(Part::planned).sum();
    }

    @JsonIgnore
    public long getHeld() {
        return parts.stream().mapToLong(Part::held).sum();
    }

    @JsonIgnore
    public long getDestroyed() {
        return parts.stream().mapToLong(Part::destroyed).sum();
    }
}
