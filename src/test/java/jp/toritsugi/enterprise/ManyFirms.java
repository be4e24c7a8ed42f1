package jp.toritsugi.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.toritsugi.japan.CorporateNumber;

/** Firms as a prefecture has them: many named after their owner, many owners of the same name, some firms of one owner. */
final class ManyFirms {
    private static final String[] SURNAMES =
            ("佐藤/サトウ 工藤/クドウ 髙橋/タカハシ 三浦/ミウラ 齋藤/サイトウ 山﨑/ヤマザキ 渡邊/ワタナベ 木村/キムラ 成田/ナリタ 中村/ナカムラ "
                            + "對馬/ツシマ 小笠原/オガサワラ 長谷川/ハセガワ 大澤/オオサワ 一ノ瀬/イチノセ 廣瀬/ヒロセ 國分/コクブン 藤ヶ谷/フジガヤ 濱田/ハマダ 葛西/カサイ "
                            + "長内/オサナイ 神/ジン 棟方/ムナカタ 福士/フクシ 奈良岡/ナラオカ 七戸/シチノヘ 蝦名/エビナ 太田/オオタ 今/コン 須藤/スドウ")
                    .split(" ");
    private static final String[] SURNAME_STARTS =
            "石/イシ 小/コ 黒/クロ 白/シラ 西/ニシ 松/マツ 森/モリ 吉/ヨシ 赤/アカ 秋/アキ 岩/イワ 野/ノ 福/フク 藤/フジ 古/フル 宮/ミヤ 長/ナガ 坂/サカ 竹/タケ 沼/ヌマ"
                    .split(" ");
    private static final String[] SURNAME_ENDS =
            "田/タ 川/カワ 山/ヤマ 村/ムラ 沢/サワ 澤/サワ 野/ノ 井/イ 岡/オカ 原/ハラ 島/シマ 﨑/サキ 木/キ 谷/ヤ 館/ダテ 浜/ハマ".split(" ");
    private static final String[] GIVEN =
            ("和/カズ 正/マサ 義/ヨシ 廣/ヒロ 秀/ヒデ 壽/トシ 眞/マサ 惠/ケイ 榮/エイ 健/ケン 隆/タカ 光/ミツ 俊/トシ 幸/ユキ 勝/カツ 武/タケ 信/ノブ 昭/アキ 文/フミ 國/クニ "
                            + "重/シゲ 良/ヨシ 清/キヨ 久/ヒサ 豊/トヨ")
                    .split(" ");
    private static final String[] GIVEN_ENDS =
            "子/コ 一/イチ 男/オ 雄/オ 夫/オ 彦/ヒコ 治/ジ 美/ミ 二/ジ 郎/ロウ 志/シ 実/ミ 也/ヤ 江/エ 司/シ 之/ユキ 人/ト 行/ユキ 明/アキ 吉/キチ".split(" ");
    private static final String[] WORDS =
            ("りんご/リンゴ はまなす/ハマナス みさき/ミサキ サンライズ/サンライズ 北星/ホクセイ 岩木/イワキ 東洋/トウヨウ あおもり/アオモリ 八甲/ハッコウ 大和/ヤマト 津軽/ツガル 光陽/コウヨウ "
                            + "ときわ/トキワ ねぶた/ネブタ マルイチ/マルイチ 丸善/マルゼン 三光/サンコウ 雪国/ユキグニ オーシャン/オーシャン スター/スター 南部/ナンブ 千歳/チトセ 松風/マツカゼ 旭/アサヒ")
                    .split(" ");
    private static final String[] STARTS =
            "北/ホク 東/トウ 南/ナン 西/セイ 三/サン 大/ダイ 新/シン 光/コウ 共/キョウ 栄/エイ 協/キョウ 丸/マル 日/ニチ 富/フ 青/セイ 弘/コウ 八/ハチ 岩/イワ 白/ハク 豊/ホウ"
                    .split(" ");
    private static final String[] ENDS =
            "星/セイ 和/ワ 陽/ヨウ 進/シン 信/シン 友/ユウ 洋/ヨウ 昭/ショウ 央/オウ 光/コウ 山/ザン 海/カイ 興/コウ 英/エイ 邦/ホウ 国/ゴク 産/サン 伸/シン 成/セイ 栄/エイ"
                    .split(" ");
    private static final String[] TRADES =
            ("商店/ショウテン 建設/ケンセツ 水産/スイサン 工業/コウギョウ 食堂/ショクドウ 酒店/サケテン 電器/デンキ 理容室/リヨウシツ 運輸/ウンユ 不動産/フドウサン 印刷所/インサツジョ 製菓/セイカ 旅館/リョカン 自動車/ジドウシャ "
                            + "薬局/ヤッキョク 農園/ノウエン 設計/セッケイ 青果/セイカ 塗装/トソウ 木工所/モッコウジョ 呉服店/ゴフクテン 鮮魚店/センギョテン クリーニング/クリーニング 石材/セキザイ 造園/ゾウエン 書店/ショテン 堂/ドウ 組/グミ サービス/サービス フーズ/フーズ")
                    .split(" ");
    private static final String[] PLACES =
            ("022012 022012 022012 022012 022021 022021 022021 022039 022039 022039 022047 022055 022063 022071 022080 022098"
                            + " 022101 023019 023213 023612 023621 023841 024015 024023 024082 024121 024236 024414 024422 024457")
                    .split(" ");
    private static final String[] FORMS = {"株式会社", "有限会社", "合同会社", ""};

    private final Random random;

    ManyFirms(long seed) {
        random = new Random(seed);
    }

    /**
     * One firm as its sheet says it.
     *
     * @param reading how it is called, whether or not the sheet says so
     */
    record Firm(EnterpriseData firm, RepresentativeData person, String reading) {
        /** Two firms of one owner are mistaken for each other, and rightly looked at by a person. */
        boolean hasOwnerOf(Firm other) {
            return person == other.person;
        }

        List<FirmTrace> traces() {
            return FirmTraces.of("02", firm, person);
        }
    }

    List<Firm> make(int count) {
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Two of a hundred are the second firm of an owner who was there before: same desk, same telephone.
            firms.add(i > 0 && random.nextInt(50) == 0 ? second(firms.get(random.nextInt(i)), i) : first(i));
        }
        return firms;
    }

    private Firm first(int index) {
        String[] surname = random.nextInt(100) < 40 ? pick(SURNAMES) : pair(SURNAME_STARTS, SURNAME_ENDS);
        String[] given = pair(GIVEN, GIVEN_ENDS);
        String phone = random.nextInt(100) < 60
                ? "017%d-%02d-%04d".formatted(random.nextInt(10), index / 10_000 + 20, index % 10_000)
                : null;
        return firm(
                surname,
                pick(PLACES)[0],
                phone,
                new RepresentativeData(surname[0] + " " + given[0], surname[1] + " " + given[1], null, 65, null),
                index);
    }

    private Firm second(Firm owner, int index) {
        String[] surname = {
            owner.person.name().split(" ")[0], owner.person.nameKana().split(" ")[0]
        };
        return firm(surname, owner.firm.municipality(), owner.firm.phone(), owner.person, index);
    }

    private Firm firm(String[] surname, String place, String phone, RepresentativeData person, int index) {
        String[] word = random.nextInt(100) < 45 ? surname : random.nextBoolean() ? pick(WORDS) : pair(STARTS, ENDS);
        String[] trade = pick(TRADES);
        String form = FORMS[random.nextInt(FORMS.length)];
        boolean before = random.nextInt(4) > 0;
        String name = before ? form + word[0] + trade[0] : word[0] + trade[0] + form;
        String base = "99999%07d".formatted(index);
        EnterpriseData firm = new EnterpriseData(
                name,
                random.nextInt(100) < 85 ? word[1] + trade[1] : null,
                form.isEmpty() ? EnterpriseKind.SOLE_PROPRIETOR : EnterpriseKind.CORPORATION,
                form.isEmpty() || random.nextInt(100) >= 70 ? null : CorporateNumber.checkDigit(base) + base,
                place,
                null,
                phone,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Firm(firm, person, word[1] + trade[1]);
    }

    private String[] pair(String[] first, String[] second) {
        String[] start = pick(first);
        String[] end = pick(second);
        return new String[] {start[0] + end[0], start[1] + end[1]};
    }

    private String[] pick(String[] from) {
        return from[random.nextInt(from.length)].split("/");
    }
}
