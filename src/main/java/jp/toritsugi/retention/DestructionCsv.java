package jp.toritsugi.retention;

import java.util.List;
import jp.toritsugi.frame.CsvFile;

/** A run for a spreadsheet: counts, or the hashes by which a destroyed record is recognised. */
final class DestructionCsv {
    private DestructionCsv() {}

    static byte[] counts(DestructionView run) {
        CsvFile csv = new CsvFile();
        csv.line("廃棄番号", "状態", "記録の種類", "保存期間", "この日より前", "設定の版", "年度", "機関コード", "機関", "予定", "保留", "廃棄");
        for (DestructionView.Part part : run.parts()) {
            for (DestructionView.Count count : part.counts()) {
                csv.line(
                        run.id(),
                        run.getStateLabel(),
                        part.label(),
                        part.getLength(),
                        part.before(),
                        part.rule(),
                        count.year(),
                        count.institution(),
                        count.institutionName(),
                        count.planned(),
                        count.held(),
                        count.destroyed());
            }
        }
        return csv.bytes();
    }

    /** @param proofs pairs of kind and hash */
    static byte[] proofs(List<String[]> proofs) {
        CsvFile csv = new CsvFile();
        csv.line("記録の種類", "番号のSHA-256");
        for (String[] proof : proofs) {
            csv.line(RecordKind.of(proof[0]).label(), proof[1]);
        }
        return csv.bytes();
    }
}
