package jp.toritsugi.routing;

import java.util.List;
import java.util.stream.Collectors;
import jp.toritsugi.questionnaire.Fault;

/** A rule set that cannot be relied on; carries every fault found, not only the first. Stops the start. */
public final class DamagedRules extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DamagedRules(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
