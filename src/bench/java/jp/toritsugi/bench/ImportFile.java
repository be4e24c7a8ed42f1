package jp.toritsugi.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A file of the contract's columns with as many good lines as wanted, always the same. */
final class ImportFile {
    private static final String HEAD = "管理番号,診断日,実施機関,事業者名,事業者名カナ,法人個人,市町村コード,業種,従業員数,代表者名,代表者年齢,支援希望,情報共有同意,"
            + "Q1,Q1-1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Q10,Q11-1,Q11-2,備考";
    private static final String[] MUNICIPALITIES = {"022012", "022021", "022039", "022055"};
    private static final String[] BRANCHES = {
        "はい,親族,はい,はい,いいえ,はい,はい,,,,,,",
        "はい,従業員,いいえ,,,,,,はい,いいえ,,,",
        "いいえ,,,,,,,はい,いいえ,いいえ,,,",
        "いいえ,,,,,,,いいえ,,,はい,いいえ,はい"
    };

    private ImportFile() {}

    static Path of(int lines) throws IOException {
        return of(lines, List.of("ringo-bank"));
    }

    /** Lines of these institutions in turn. */
    static Path of(int lines, List<String> institutions) throws IOException {
        Path file = Path.of("target", "bench", "import-" + lines + ".csv");
        Random random = new Random(lines);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(HEAD + "\r\n");
            for (int i = 0; i < lines; i++) {
                writer.write("B%d-%08d,%d-%02d-%02d,%s,株式会社ためし%d商店,タメシ%dショウテン,法人,%s,I,%d,試 太郎%d,%d,希望する,あり,%s,%s\r\n"
                        .formatted(
                                lines,
                                i,
                                2018 + random.nextInt(4),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                institutions.get(i % institutions.size()),
                                i,
                                i,
                                MUNICIPALITIES[random.nextInt(MUNICIPALITIES.length)],
                                1 + random.nextInt(60),
                                i,
                                60 + random.nextInt(25),
                                BRANCHES[random.nextInt(BRANCHES.length)],
                                ""));
            }
        }
        return file;
    }
}
