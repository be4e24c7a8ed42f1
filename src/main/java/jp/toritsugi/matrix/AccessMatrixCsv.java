package jp.toritsugi.matrix;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.frame.CsvFile;

/** Every attempt of the table with its answer, one a line, for an auditor's own sampling. */
final class AccessMatrixCsv {

    private AccessMatrixCsv() {}

    static byte[] of(AccessMatrix matrix) {
        CsvFile csv = new CsvFile();
        csv.line("機能", "内容", "方法", "アドレス", "対象", "役割", "だれのもの", "答え");
        for (Attempt attempt : matrix.attempts()) {
            Endpoint endpoint = attempt.endpoint();
            List<String> cells = new ArrayList<>(
                    List.of(endpoint.feature(), endpoint.name(), endpoint.method(), endpoint.path(), endpoint.thing()));
            cells.add(attempt.role() == null ? "ログインなし" : Roles.label(attempt.role()));
            cells.add(attempt.whose().label());
            cells.add(attempt.answer().label());
            csv.line(cells.toArray());
        }
        return csv.bytes();
    }
}
