package jp.toritsugi.breakglass;

import java.time.YearMonth;
import java.util.UUID;

/**
 * As much as the secretariat knows of a case before it breaks the glass.
 *
 * @param open whether it lies open anyhow
 */
record ClosedCase(
        UUID id, String institution, String institutionName, YearMonth interviewedIn, String leaf, boolean open) {}
