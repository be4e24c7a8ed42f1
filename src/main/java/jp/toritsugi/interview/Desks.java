package jp.toritsugi.interview;

import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.Viewer;

/** 相談先 as the tablet takes them along: whoever keeps a directory of them implements this. */
public interface Desks {
    List<Desk> on(LocalDate day, Viewer viewer);
}
