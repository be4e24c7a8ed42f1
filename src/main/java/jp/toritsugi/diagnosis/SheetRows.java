package jp.toritsugi.diagnosis;

import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.diagnosis.BulkRecorder.Understood;
import jp.toritsugi.samefirm.TraceBook.Traces;

/** A sheet as the rows that recording it writes, ready for {@link BulkTable}, and the traces of its firm. */
record SheetRows(Diagnosis head, String[] diagnosis, String[] revision, String[] counted, Traces traces) {

    static SheetRows of(Understood item, Hand hand, FirmTracing firms) {
        Entry entry = new Entry(
                item.sheet(), hand.userName(), hand.displayName(), hand.institution(), hand.branch(), item.at());
        Diagnosis diagnosis = new Diagnosis(item.id(), hand.network(), item.institution(), entry);
        return new SheetRows(
                diagnosis,
                SheetTables.DIAGNOSIS.row(diagnosis),
                SheetTables.REVISION.row(new Revision(diagnosis, 1, Revision.Kind.RECORDED, entry, null)),
                SheetTables.SHEET.row(new CountedSheet(diagnosis, 1, entry)),
                firms.of(diagnosis.id, diagnosis.network, item.sheet()));
    }
}
