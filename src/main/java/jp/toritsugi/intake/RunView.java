package jp.toritsugi.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import as its page shows it.
 *
 * @param state of {@link ImportRun}, a run that fell silent being a failed one
 * @param fresh good lines that are not recorded yet
 * @param fileKept whether it can still be recorded
 */
public record RunView(
        UUID id,
        String fileName,
        String state,
        String encoding,
        String delimiter,
        long physicalLines,
        long physicalLinesDone,
        long lines,
        long accepted,
        long recordedLines,
        long unchanged,
        long fresh,
        long rejectedLines,
        long flaggedLines,
        List<String> notices,
        String failure,
        Instant startedAt,
        boolean fileKept) {
    private static final String BROKEN_OFF = "サーバーの再起動などで途中で止まりました。同じファイルをもう一度取り込んでください。記録済みの行が二重になることはありません。";

    static RunView of(ImportRun run, boolean fileKept, Instant now) {
        boolean stuck = run.isStuck(now);
        return new RunView(
                run.id,
                run.fileName,
                stuck ? ImportRun.FAILED : run.state,
                run.encoding,
                run.delimiter.equals("tab") ? "タブ" : "カンマ",
                run.physicalLines,
                run.physicalLinesDone,
                run.lines,
                run.accepted,
                run.recorded,
                run.unchanged,
                run.accepted - run.unchanged,
                run.rejectedLines,
                run.flaggedLines,
                ImportReport.notices(run.unknownColumns, run.ownInstitutionLines),
                stuck ? BROKEN_OFF : run.failure,
                run.startedAt,
                fileKept);
    }

    public boolean isRecording() {
        return state.equals(ImportRun.RECORDING);
    }

    public boolean isRunning() {
        return state.equals(ImportRun.CHECKING) || state.equals(ImportRun.RECORDING);
    }

    public boolean isChecked() {
        return state.equals(ImportRun.CHECKED);
    }

    public boolean isRecorded() {
        return state.equals(ImportRun.RECORDED);
    }

    public boolean isFailed() {
        return state.equals(ImportRun.FAILED);
    }

    public String stateLabel() {
        return switch (state) {
            case ImportRun.CHECKING -> "確認中";
            case ImportRun.CHECKED -> "確認済み・未記録";
            case ImportRun.RECORDING -> "記録中";
            case ImportRun.RECORDED -> "取込完了";
            default -> "中断";
        };
    }
}
