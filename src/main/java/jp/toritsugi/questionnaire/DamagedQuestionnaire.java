package jp.toritsugi.questionnaire;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot be relied on; carries every fault found, not only the first. Stops the start. */
public final class DamagedQuestionnaire extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DamagedQuestionnaire(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
