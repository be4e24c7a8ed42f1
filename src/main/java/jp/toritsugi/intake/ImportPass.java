package jp.toritsugi.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.diagnosis.BulkRecorder.Looked;
import jp.toritsugi.diagnosis.BulkRecorder.Outcome;
import jp.toritsugi.diagnosis.BulkRecorder.Understood;

/**
 * One reading of a file from its first line to its last. While one batch is compared with the database or written, the
 * next is already being read and understood.
 */
final class ImportPass {
    private static final int BATCH = 1000;

    private final ImportFile file;
    private final LineReader reader;
    private final BatchWriting writing;
    private final SeenLines seen;
    private final Hand hand;
    private final Clock clock;
    private final Tally tally = new Tally();

    ImportPass(ImportFile file, LineReader reader, BatchWriting writing, Hand hand, Clock clock) {
        this.file = file;
        this.reader = reader;
        this.writing = writing;
        this.seen = new SeenLines(hand.network());
        this.hand = hand;
        this.clock = clock;
    }

    /**
     * @param aside where the next batch is made ready
     * @param progress told the counts after every batch
     */
    Tally run(Findings findings, Executor aside, Consumer<Tally> progress) throws IOException {
        try (ImportFile.Lines lines = file.lines()) {
            CompletableFuture<List<ReadLine>> next = ahead(lines, aside);
            try {
                for (List<ReadLine> batch = next.join(); batch != null; batch = next.join()) {
                    next = ahead(lines, aside);
                    take(batch, findings);
                    tally.physicalLinesDone = lines.done();
                    progress.accept(tally);
                }
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            } finally {
                // The file must not be closed under the hands of the one who reads ahead.
                next.handle((batch, failure) -> batch).join();
            }
        }
        return tally;
    }

    private CompletableFuture<List<ReadLine>> ahead(ImportFile.Lines lines, Executor aside) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<RecordFrames.Frame> frames = lines.next(BATCH);
                    return frames.isEmpty()
                            ? null
                            : frames.stream()
                                    .map(reader::read)
                                    .flatMap(Optional::stream)
                                    .toList();
                },
                aside);
    }

    /** A line that may be recorded, so far as the file itself can tell. */
    private record Candidate(ReadLine line, SeenLines.Placed placed) {}

    private void take(List<ReadLine> batch, Findings findings) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadLine line : batch) {
            tally.lines++;
            if (!line.isGood()) {
                reject(line, line.faults(), findings);
                continue;
            }
            SeenLines.Placed placed = seen.place(line);
            if (placed.faults().isEmpty()) {
                candidates.add(new Candidate(line, placed));
            } else {
                reject(line, placed.faults(), findings);
            }
        }
        if (tally.rejectedLines > 0) {
            writing.badLineFound();
        }
        judge(candidates, findings);
    }

    private void judge(List<Candidate> candidates, Findings findings) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Understood> unseen = candidates.stream()
                .filter(candidate -> !candidate.placed.repeats())
                .map(candidate -> new Understood(
                        candidate.placed.id(), candidate.line.institution(), candidate.line.sheet(), now))
                .toList();
        var looked = (unseen.isEmpty() ? List.<Looked>of() : writing.take(unseen, hand)).iterator();
        for (Candidate candidate : candidates) {
            if (candidate.placed.repeats()) {
                accept(candidate, Outcome.UNCHANGED, false, findings);
            } else {
                Looked one = looked.next();
                accept(candidate, one.outcome(), one.sameFirm(), findings);
            }
        }
        if (tally.rejectedLines > 0) {
            writing.badLineFound();
        }
        tally.recorded = writing.recorded();
    }

    private void accept(Candidate candidate, Outcome outcome, boolean sameFirm, Findings findings) throws IOException {
        ReadLine line = candidate.line;
        if (outcome == Outcome.DIFFERENT || outcome == Outcome.REFERENCE_TAKEN) {
            reject(line, List.of(new Fault(Column.REFERENCE.label(), taken(outcome))), findings);
            return;
        }
        tally.accepted++;
        tally.unchanged += outcome == Outcome.UNCHANGED ? 1 : 0;
        tally.ownInstitutionLines += line.leavesInstitutionOpen() ? 1 : 0;
        List<Flag> flags = new ArrayList<>(line.flags());
        flags.addAll(candidate.placed.flags());
        if (sameFirm && candidate.placed.flags().isEmpty()) {
            flags.add(new Flag(Flag.Kind.DUPLICATE, "同じ事業者の診断が、12か月以内に記録されています。"));
        }
        if (!flags.isEmpty()) {
            tally.flaggedLines++;
            findings.flag(line, flags);
        }
    }

    private static String taken(Outcome outcome) {
        return outcome == Outcome.DIFFERENT
                ? "この管理番号の診断は、別の内容で取込済みです。訂正は診断票の画面から理由を添えて行ってください。"
                : "この管理番号は、すでに記録されている別の診断票に使われています。";
    }

    private void reject(ReadLine line, List<Fault> faults, Findings findings) throws IOException {
        tally.rejectedLines++;
        findings.reject(line, faults);
    }
}
