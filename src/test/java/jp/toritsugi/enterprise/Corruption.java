package jp.toritsugi.enterprise;

import java.util.Random;
import jp.toritsugi.enterprise.ManyFirms.Firm;

/** The ways in which a second office writes the same firm down. */
enum Corruption {
    WIDTH((firm, random) -> named(firm, wide(firm.firm().name()))),
    HIRAGANA_FOR_KATAKANA((firm, random) -> named(firm, hiragana(firm.firm().name()))),
    SMALL_KANA((firm, random) ->
            named(firm, firm.firm().name().replace('ッ', 'ツ').replace('っ', 'つ').replace('ャ', 'ヤ'))),
    KANJI_OF_TODAY((firm, random) -> named(firm, today(firm.firm().name(), random))),
    KE((firm, random) ->
            named(firm, firm.firm().name().replace("ヶ", pick(random, "ケ", "が")).replace('ノ', 'の'))),
    FORM_ABBREVIATED((firm, random) -> named(
            firm,
            firm.firm()
                    .name()
                    .replace("株式会社", pick(random, "㈱", "(株)", "（株）"))
                    .replace("有限会社", pick(random, "㈲", "(有)", "（有）"))
                    .replace("合同会社", "(同)"))),
    FORM_OMITTED((firm, random) -> named(firm, bare(firm.firm().name()))),
    FORM_AT_THE_OTHER_END((firm, random) -> named(firm, turned(firm.firm().name()))),
    SPACES((firm, random) -> named(firm, inserted(firm.firm().name(), random, pick(random, " ", "　", "・")))),
    LONG_VOWEL_MARK((firm, random) -> named(firm, firm.firm().name().replace("ー", pick(random, "", "-", "―")))),
    HEAD_OFFICE_ADDED((firm, random) -> named(firm, firm.firm().name() + pick(random, " 本店", "　青森支店", "本社"))),
    ONE_LETTER_WRONG((firm, random) -> named(
            firm,
            typo(
                    firm.firm().name(),
                    random,
                    (name, at) ->
                            name.substring(0, at) + pick(random, "田", "川", "ア", "本", "屋") + name.substring(at + 1)))),
    ONE_LETTER_MISSING((firm, random) -> named(
            firm, typo(firm.firm().name(), random, (name, at) -> name.substring(0, at) + name.substring(at + 1)))),
    ONE_LETTER_TOO_MANY((firm, random) -> named(
            firm, typo(firm.firm().name(), random, (name, at) -> name.substring(0, at) + "の" + name.substring(at)))),
    TWO_LETTERS_SWAPPED((firm, random) -> named(firm, swapped(firm.firm().name(), random))),
    NO_PHONE((firm, random) ->
            changed(firm, firm.firm().name(), null, firm.firm().municipality(), firm.person())),
    NO_REPRESENTATIVE((firm, random) ->
            changed(firm, firm.firm().name(), firm.firm().phone(), firm.firm().municipality(), null)),
    NO_MUNICIPALITY(
            (firm, random) -> changed(firm, firm.firm().name(), firm.firm().phone(), null, firm.person())),
    REPRESENTATIVE_IN_KANJI_OF_TODAY(
            (firm, random) -> led(firm, today(firm.person().name(), random))),
    REPRESENTATIVE_MISSPELT((firm, random) -> led(firm, firm.person().name().replace(" ", "") + "朗")),
    KANA_ONLY((firm, random) -> inKana(firm));

    private final Writing writing;

    private interface Writing {
        Firm again(Firm firm, Random random);
    }

    private interface Slip {
        String at(String name, int position);
    }

    Corruption(Writing writing) {
        this.writing = writing;
    }

    /** Written again, without its 法人番号, which would settle the matter. */
    Firm of(Firm firm, Random random) {
        return writing.again(firm, random);
    }

    static Firm changed(Firm firm, String name, String phone, String municipality, RepresentativeData person) {
        return again(firm, name, firm.firm().nameKana(), phone, municipality, person);
    }

    private static Firm again(
            Firm firm, String name, String kana, String phone, String municipality, RepresentativeData person) {
        return new Firm(
                new EnterpriseData(
                        name,
                        kana,
                        firm.firm().kind(),
                        null,
                        municipality,
                        null,
                        phone,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                person,
                firm.reading());
    }

    private static Firm named(Firm firm, String name) {
        return changed(firm, name, firm.firm().phone(), firm.firm().municipality(), firm.person());
    }

    private static Firm led(Firm firm, String person) {
        return changed(
                firm,
                firm.firm().name(),
                firm.firm().phone(),
                firm.firm().municipality(),
                new RepresentativeData(person, null, null, null, null));
    }

    private static Firm inKana(Firm firm) {
        String kana = firm.firm().nameKana() == null
                ? firm.firm().name()
                : firm.firm().nameKana();
        return again(
                firm,
                firm.reading(),
                null,
                firm.firm().phone(),
                firm.firm().municipality(),
                kana == null ? firm.person() : new RepresentativeData(kana, null, null, null, null));
    }

    /** As typed by somebody whose keyboard offers the usual form first. */
    private static String today(String name, Random random) {
        return name.replace('髙', '高')
                .replace('﨑', '崎')
                .replace("邊", pick(random, "辺", "邉"))
                .replace("齋", pick(random, "斎", "斉", "齊"))
                .replace('澤', '沢')
                .replace('廣', '広')
                .replace('國', '国')
                .replace('濱', '浜')
                .replace('對', '対')
                .replace('壽', '寿')
                .replace('眞', '真')
                .replace('惠', '恵')
                .replace('榮', '栄');
    }

    private static String bare(String name) {
        return name.replaceAll("株式会社|有限会社|合同会社", "");
    }

    private static String turned(String name) {
        String bare = bare(name);
        String form = name.replace(bare, "");
        return name.startsWith(form) ? bare + form : form + bare;
    }

    private static String wide(String name) {
        return name.replace("サ", "ｻ")
                .replace("ン", "ﾝ")
                .replace("ス", "ｽ")
                .replace("ー", "ｰ")
                .replace("フ", "ﾌ")
                .replace("株式会社", "㍿");
    }

    private static String hiragana(String name) {
        StringBuilder text = new StringBuilder();
        name.chars().forEach(letter -> text.append((char) (letter >= 'ァ' && letter <= 'ン' ? letter - 96 : letter)));
        return text.toString();
    }

    private static String inserted(String name, Random random, String what) {
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + what + name.substring(at);
    }

    private static String typo(String name, Random random, Slip slip) {
        String bare = bare(name);
        String wrong = slip.at(bare, random.nextInt(bare.length()));
        return name.replace(bare, wrong);
    }

    private static String swapped(String name, Random random) {
        return typo(
                name,
                random,
                (bare, at) -> at + 1 < bare.length()
                        ? bare.substring(0, at) + bare.charAt(at + 1) + bare.charAt(at) + bare.substring(at + 2)
                        : bare);
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
