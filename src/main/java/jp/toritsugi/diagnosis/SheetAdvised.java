package jp.toritsugi.diagnosis;

import java.util.UUID;
import jp.toritsugi.recommendation.RecommendationView;

/**
 * A revision was written and advised upon; told within the same transaction, after both are written.
 *
 * @param revision 1 = the sheet is new
 */
public record SheetAdvised(UUID id, int revision, RecommendationView advice) {}
