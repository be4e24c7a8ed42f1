package jp.toritsugi.routing;

import java.util.List;
import jp.toritsugi.consent.RecipientKind;

/**
 * What became of one rule in one case.
 *
 * @param outcome {@code decided}, {@code added}, {@code not-met} or {@code not-tried}
 * @param because in Japanese: what holds, or what stands in the way
 * @param kinds whom it adds
 * @param otherLeaf it is for another leaf, and need not be shown to people
 */
public record Trial(
        String rule, String reason, String outcome, String because, List<RecipientKind> kinds, boolean otherLeaf) {}
