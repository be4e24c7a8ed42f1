package jp.toritsugi.lines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Institution;

/**
 * Whose sheet a line is. An empty cell means the importer's own institution, as where a sheet is recorded one by one;
 * only the secretariat may name another.
 */
public final class InstitutionWords {
    private final Map<String, String> codes = new HashMap<>();
    private final Viewer viewer;

    public InstitutionWords(List<Institution> institutions, Viewer viewer) {
        this.viewer = viewer;
        institutions.forEach(institution -> codes.put(Vocabulary.plain(institution.name()), institution.code()));
        institutions.forEach(institution -> codes.put(Vocabulary.plain(institution.code()), institution.code()));
    }

    /** Whether a line of the secretariat does not say whose it is. */
    boolean isLeftOpen(LineCells cells) {
        return viewer.role().equals(Roles.COORDINATOR) && cells.text(Column.INSTITUTION) == null;
    }

    String read(LineCells cells) {
        String written = cells.text(Column.INSTITUTION);
        if (written == null) {
            return viewer.institution();
        }
        String code = codes.get(Vocabulary.plain(written));
        if (viewer.institution().equals(code)) {
            return code;
        }
        if (!viewer.role().equals(Roles.COORDINATOR)) {
            // Whether the other exists is no business of an institution's.
            cells.fault(
                    Column.INSTITUTION,
                    "ご自分の機関（" + viewer.institutionName() + "）以外の診断は取り込めません。空欄にするか、ご自分の機関の名前を書いてください。");
            return viewer.institution();
        }
        if (code == null) {
            cells.fault(Column.INSTITUTION, Vocabulary.quoted(written) + "という支援機関はネットワークにありません。名称か機関コードを書いてください。");
            return viewer.institution();
        }
        return code;
    }
}
