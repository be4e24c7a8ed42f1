package jp.toritsugi.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.diagnosis.BulkRecorder.Looked;
import jp.toritsugi.diagnosis.BulkRecorder.Outcome;
import jp.toritsugi.diagnosis.BulkRecorder.Understood;
import jp.toritsugi.lines.Column;
import jp.toritsugi.lines.Fault;
import jp.toritsugi.lines.Flag;
import jp.toritsugi.lines.ImportFile;
import jp.toritsugi.lines.LineReader;
import jp.toritsugi.lines.ReadLine;
import jp.toritsugi.lines.RecordFrames;
import jp.toritsugi.samefirm.KeyedIds;

/**
 * One reading of a file from its first line to its last. While one batch is compared with the database or written, the
 * next is already being read and understood.
 */
final class ImportPass {
    private static final int BATCH = 1000;
    private static final String OUT_OF_SIGHT = "この行は、見える範囲にない診断票と管理番号か内容が重なるため、記録できません。実施機関に確かめてください。";

    private final ImportFile file;
    private final LineReader reader;
    private final BatchWriting writing;
    private final SeenLines seen;
    private final Hand hand;
    private final Clock clock;
    private final Tally tally = new Tally();

    /** The first line taken out of sight, where a file that fails anyway must not tell of it. */
    private Candidate taken;

    private Looked takenLooked;

    ImportPass(ImportFile file, LineReader reader, BatchWriting writing, Hand hand, KeyedIds ids, Clock clock) {
        this.file = file;
        this.reader = reader;
        this.writing = writing;
        this.seen = new SeenLines(hand.network(), ids);
        this.hand = hand;
        this.clock = clock;
    }

    /**
     * @param aside where the next batch is made ready
     * @param progress told the counts after every batch
     */
    Tally run(Findings findings, Executor aside, Consumer<Tally> progress) throws IOException {
        try (ImportFile.Lines lines = file.lines()) {
            CompletableFuture<List<Candidate>> next = ahead(lines, aside);
            try {
                for (List<Candidate> batch = next.join(); batch != null; batch = next.join()) {
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
        tellTaken(findings);
        return tally;
    }

    /**
     * All or nothing: only when nothing else forbids recording is it said that a number is taken out of sight, and of the
     * first such line alone. A file that was bad anyway would otherwise ask for nothing, in bulk and without a sheet.
     */
    private void tellTaken(Findings findings) throws IOException {
        if (taken != null && tally.allGood()) {
            writing.badLineFound();
            writing.tellTaken(takenLooked);
            tally.accepted--;
            tally.recorded = writing.recorded();
            reject(taken.line, List.of(new Fault(Column.REFERENCE.label(), OUT_OF_SIGHT)), findings);
        }
    }

    /** One batch after the other: each is placed among the lines above it. Null behind the last. */
    private CompletableFuture<List<Candidate>> ahead(ImportFile.Lines lines, Executor aside) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<RecordFrames.Frame> frames = lines.next(BATCH);
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    return frames.isEmpty()
                            ? null
                            : frames.stream()
                                    .map(reader::read)
                                    .flatMap(Optional::stream)
                                    .map(line -> candidate(line, now))
                                    .toList();
                },
                aside);
    }

    /**
     * A line with what the lines above it say of it.
     *
     * @param placed null for a bad line
     * @param understood null for a line that need not be looked at, being bad or repeated
     */
    private record Candidate(ReadLine line, SeenLines.Placed placed, Understood understood) {
        List<Fault> faults() {
            return placed == null ? line.faults() : placed.faults();
        }
    }

    private Candidate candidate(ReadLine line, Instant now) {
        if (!line.isGood()) {
            return new Candidate(line, null, null);
        }
        SeenLines.Placed placed = seen.place(line);
        if (placed.repeats() || !placed.faults().isEmpty()) {
            return new Candidate(line, placed, null);
        }
        Understood understood = new Understood(placed.id(), placed.former(), line.institution(), line.sheet(), now);
        writing.makeReady(understood, hand);
        return new Candidate(line, placed, understood);
    }

    private void take(List<Candidate> candidates, Findings findings) throws IOException {
        if (candidates.stream().anyMatch(candidate -> !candidate.faults().isEmpty())) {
            writing.badLineFound();
        }
        List<Understood> good = candidates.stream()
                .map(Candidate::understood)
                .filter(Objects::nonNull)
                .toList();
        Iterator<Looked> looked = (good.isEmpty() ? List.<Looked>of() : writing.take(good, hand)).iterator();
        for (Candidate candidate : candidates) {
            tally.lines++;
            judge(candidate, candidate.understood == null ? null : looked.next(), findings);
        }
        if (!tally.allGood()) {
            writing.badLineFound();
        }
        tally.recorded = writing.recorded();
    }

    /** @param looked null for a line that is bad, or that a line above has said already */
    private void judge(Candidate candidate, Looked looked, Findings findings) throws IOException {
        if (!candidate.faults().isEmpty()) {
            reject(candidate.line, candidate.faults(), findings);
            return;
        }
        Outcome outcome = looked == null ? Outcome.UNCHANGED : looked.outcome();
        boolean holdBack = outcome == Outcome.TAKEN_OUT_OF_SIGHT && !writing.tellsTakenAtOnce();
        if (holdBack && taken == null) {
            taken = candidate;
            takenLooked = looked;
        }
        String reason = holdBack ? null : reason(outcome);
        if (reason != null) {
            reject(candidate.line, List.of(new Fault(Column.REFERENCE.label(), reason)), findings);
            return;
        }
        tally.accepted++;
        tally.unchanged += outcome == Outcome.UNCHANGED ? 1 : 0;
        tally.ownInstitutionLines += candidate.line.leavesInstitutionOpen() ? 1 : 0;
        List<Flag> flags = new ArrayList<>(candidate.line.flags());
        flags.addAll(candidate.placed.flags());
        if (outcome == Outcome.NEW
                && looked.sameFirm()
                && candidate.placed.flags().isEmpty()) {
            flags.add(new Flag(Flag.Kind.DUPLICATE, "同じ事業者の診断が、12か月以内に記録されています。"));
        }
        if (looked != null && looked.seenElsewhere()) {
            flags.add(new Flag(Flag.Kind.SEEN_ELSEWHERE, "昨年から今日までのあいだに、ほかの機関で診断済みの可能性があります。"));
        }
        if (!flags.isEmpty()) {
            tally.flaggedLines++;
            findings.flag(candidate.line, flags);
        }
    }

    /** Why the line cannot be recorded, or null. */
    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case NEW, UNCHANGED -> null;
            case DIFFERENT -> "この管理番号の診断は、別の内容で取込済みです。訂正は診断票の画面から理由を添えて行ってください。";
            case REFERENCE_TAKEN -> "この管理番号は、すでに記録されている別の診断票に使われています。";
            case TAKEN_OUT_OF_SIGHT -> OUT_OF_SIGHT;
            case DESTROYED -> "この行の診断票は、保存期間を過ぎて廃棄されています。もう一度取り込むことはできません。";
        };
    }

    private void reject(ReadLine line, List<Fault> faults, Findings findings) throws IOException {
        tally.rejectedLines++;
        findings.reject(line, faults);
    }
}
