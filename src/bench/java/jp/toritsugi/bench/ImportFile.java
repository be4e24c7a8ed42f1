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

    private static final String[] FIRST =
            "工/ク 佐/サ 高/タカ 中/ナカ 小/コ 三/ミ 石/イシ 山/ヤマ 木/キ 成/ナリ 葛/カサ 福/フク 長/ナガ 古/フル 対/ツシ 黒/クロ 松/マツ 竹/タケ 今/イマ 川/カワ 西/ニシ 東/ヒガシ 北/キタ 吉/ヨシ 坂/サカ"
                    .split(" ");
    private static final String[] SECOND =
            "藤/フジ 田/タ 橋/ハシ 村/ムラ 山/ヤマ 浦/ウラ 川/カワ 野/ノ 島/シマ 沢/サワ 本/モト 谷/ヤ 崎/サキ 原/ハラ 井/イ 口/グチ 森/モリ 内/ウチ 館/ダテ 倉/クラ"
                    .split(" ");
    private static final String[] TRADES =
            "食堂/ショクドウ 水産/スイサン 建設/ケンセツ 鉄工所/テッコウジョ 酒店/サケテン 電器/デンキ 理容室/リヨウシツ 運輸/ウンユ 印刷/インサツ 製菓/セイカ 旅館/リョカン 薬局/ヤッキョク 農園/ノウエン 設計/セッケイ 青果/セイカ 塗装/トソウ 木工/モッコウ 縫製/ホウセイ 畳店/タタミテン 自動車/ジドウシャ"
                    .split(" ");
    private static final String[] GIVEN = "太郎 一郎 清 正 進 実 勇 昭 博 健 幸子 和子 節子 京子 洋子 恵子 久 茂 隆 誠".split(" ");

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
                String[] family = spoken(FIRST[random.nextInt(FIRST.length)], SECOND[random.nextInt(SECOND.length)]);
                String[] trade = TRADES[random.nextInt(TRADES.length)].split("/");
                writer.write("B%d-%08d,%d-%02d-%02d,%s,株式会社%s%s,%s%s,法人,%s,I,%d,%s %s,%d,希望する,あり,%s,%s\r\n"
                        .formatted(
                                lines,
                                i,
                                2018 + random.nextInt(4),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                institutions.get(i % institutions.size()),
                                family[0],
                                trade[0],
                                family[1],
                                trade[1],
                                MUNICIPALITIES[random.nextInt(MUNICIPALITIES.length)],
                                1 + random.nextInt(60),
                                family[0],
                                GIVEN[random.nextInt(GIVEN.length)],
                                60 + random.nextInt(25),
                                BRANCHES[random.nextInt(BRANCHES.length)],
                                ""));
            }
        }
        return file;
    }

    /** A family's name, written and read. */
    private static String[] spoken(String first, String second) {
        String[] begin = first.split("/");
        String[] end = second.split("/");
        return new String[] {begin[0] + end[0], begin[1] + end[1]};
    }
}
