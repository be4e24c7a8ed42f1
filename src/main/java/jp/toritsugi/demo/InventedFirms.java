package jp.toritsugi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.japan.CorporateNumber;

/** Firms and people nobody has ever met: words put together, numbers from a range that is obviously invented. */
final class InventedFirms {
    private static final List<String> WORDS = List.of(
            "あおば/アオバ",
            "しらゆり/シラユリ",
            "はまなす/ハマナス",
            "こがね/コガネ",
            "みさき/ミサキ",
            "ゆきわり/ユキワリ",
            "ほしぞら/ホシゾラ",
            "いさりび/イサリビ",
            "つばさ/ツバサ",
            "やまびこ/ヤマビコ",
            "さざなみ/サザナミ",
            "ときわ/トキワ",
            "まつかぜ/マツカゼ",
            "ひだまり/ヒダマリ",
            "せせらぎ/セセラギ",
            "こもれび/コモレビ",
            "はつゆき/ハツユキ",
            "うみねこ/ウミネコ",
            "ななかまど/ナナカマド",
            "あさぎり/アサギリ",
            "かざぐるま/カザグルマ",
            "たんぽぽ/タンポポ",
            "わかば/ワカバ",
            "なぎさ/ナギサ",
            "みのり/ミノリ",
            "さくらんぼ/サクランボ",
            "きつつき/キツツキ",
            "ふくろう/フクロウ",
            "つらら/ツララ",
            "いなほ/イナホ",
            "くるみ/クルミ",
            "すずらん/スズラン",
            "もみじ/モミジ",
            "かけはし/カケハシ",
            "ともしび/トモシビ",
            "みちしるべ/ミチシルベ");
    private static final List<String> TRADES = List.of(
            "水産/スイサン/E",
            "建設/ケンセツ/D",
            "鉄工所/テッコウジョ/E",
            "食堂/ショクドウ/M",
            "酒店/サケテン/I",
            "電器/デンキ/I",
            "理容室/リヨウシツ/N",
            "運輸/ウンユ/H",
            "不動産/フドウサン/K",
            "印刷/インサツ/E",
            "製菓/セイカ/E",
            "旅館/リョカン/M",
            "自動車整備/ジドウシャセイビ/R",
            "薬局/ヤッキョク/I",
            "農園/ノウエン/A",
            "設計/セッケイ/L",
            "学習塾/ガクシュウジュク/O",
            "青果/セイカ/I",
            "塗装/トソウ/D",
            "木工/モッコウ/E",
            "呉服店/ゴフクテン/I",
            "鮮魚店/センギョテン/I",
            "クリーニング/クリーニング/N",
            "石材/セキザイ/E",
            "造園/ゾウエン/D",
            "書店/ショテン/I");
    private static final List<String> SURNAMES = List.of(
            "浜野/ハマノ",
            "雪森/ユキモリ",
            "岬/ミサキ",
            "星川/ホシカワ",
            "月岡/ツキオカ",
            "風間/カザマ",
            "波多/ハタ",
            "林檎田/リンゴダ",
            "帆足/ホアシ",
            "北浦/キタウラ",
            "松代/マツシロ",
            "杉戸/スギト",
            "沢口/サワグチ",
            "山辺/ヤマノベ",
            "野々村/ノノムラ",
            "川添/カワゾエ",
            "谷地/ヤチ",
            "畑中/ハタナカ",
            "森内/モリウチ",
            "髙原/タカハラ");
    private static final List<String> GIVEN = List.of(
            "一郎/イチロウ", "清/キヨシ", "茂/シゲル", "和子/カズコ", "正/タダシ", "幸子/サチコ", "勇/イサム", "実/ミノル", "弘/ヒロシ", "節子/セツコ", "進/ススム",
            "昭/アキラ", "ふみ/フミ", "健二/ケンジ", "誠/マコト", "久/ヒサシ");
    private static final List<String> PLACES = List.of(
            "022012", "022012", "022012", "022021", "022021", "022039", "022039", "022039", "022047", "022055",
            "022063", "022071", "022080", "022098", "022101", "023019", "023078", "023213", "023230", "023612",
            "023621", "023841", "023876", "024015", "024023", "024082", "024121", "024236", "024414", "024422",
            "024457", "024465");

    private InventedFirms() {}

    /** @param index 0 to 935: every firm has a name of its own */
    static EnterpriseData firm(int index, Random random) {
        String[] word = WORDS.get(index % WORDS.size()).split("/");
        String[] trade = TRADES.get(index / WORDS.size() % TRADES.size()).split("/");
        boolean corporation = random.nextInt(100) < 62;
        boolean limited = corporation && random.nextBoolean();
        String form = corporation ? limited ? "有限会社" : "株式会社" : "";
        String base = "99999%07d".formatted(index);
        return new EnterpriseData(
                form + word[0] + trade[0],
                word[1] + trade[1],
                corporation ? EnterpriseKind.CORPORATION : EnterpriseKind.SOLE_PROPRIETOR,
                corporation && random.nextInt(100) < 80 ? CorporateNumber.checkDigit(base) + base : null,
                PLACES.get(random.nextInt(PLACES.size())),
                null,
                null,
                trade[2],
                random.nextInt(10) == 0 ? null : Integer.valueOf(1 + (int) Math.abs(random.nextGaussian() * 12)),
                null,
                null,
                null,
                null,
                null);
    }

    static RepresentativeData representative(LocalDate interviewedOn, Random random) {
        String[] surname = SURNAMES.get(random.nextInt(SURNAMES.size())).split("/");
        String[] given = GIVEN.get(random.nextInt(GIVEN.size())).split("/");
        int age = random.nextInt(100) < 12
                ? 42 + random.nextInt(18)
                : Math.min(91, 60 + (int) Math.abs(random.nextGaussian() * 9));
        int known = random.nextInt(100);
        LocalDate birth = interviewedOn.minusYears(age).minusDays(random.nextInt(365));
        return new RepresentativeData(
                surname[0] + " " + given[0],
                surname[1] + " " + given[1],
                known < 72 ? birth : null,
                known >= 72 && known < 96 ? Integer.valueOf(age) : null,
                null);
    }
}
