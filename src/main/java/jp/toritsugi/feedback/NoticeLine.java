package jp.toritsugi.feedback;

/**
 * A notice on a page.
 *
 * @param firm whom it is about; null where the sheet does not lie open to the viewer
 */
public record NoticeLine(NoticeView notice, String firm) {}
