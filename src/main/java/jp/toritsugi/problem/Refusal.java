package jp.toritsugi.problem;

import java.util.List;

/**
 * A rule that says no. Subclasses are named after the fact ({@code DiagnosisAlreadyWithdrawn}) and carry the status, a
 * stable type and a Japanese sentence for the person; none of them may carry personal data.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient List<Violation> violations;

    /**
     * @param status HTTP status, 400 to 499
     * @param type last part of the stable type URI, in kebab-case
     * @param title what kind of refusal this is, the same for every occurrence
     * @param detail what happened this time and what to do about it
     */
    protected Refusal(int status, String type, String title, String detail) {
        this(status, type, title, detail, List.of());
    }

    protected Refusal(int status, String type, String title, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public List<Violation> violations() {
        return violations;
    }
}
