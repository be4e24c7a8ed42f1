package jp.toritsugi.japan;

import java.util.HashMap;
import java.util.Map;

/**
 * Old and variant forms of kanji (旧字体・異体字) turned into the forms of today's list (常用漢字表). For recognising names
 * that were written differently, never for showing one: people mind how their name is written.
 */
public final class ModernKanji {
    private static final Map<Integer, Integer> MODERN = new HashMap<>();

    static {
        pairs(
                "亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧櫻桜奧奥橫横溫温穩穏假仮價価畫画會会壞壊懷懐繪絵擴拡覺覚學学嶽岳樂楽渴渇卷巻陷陥勸勧寬寛關関歡歓觀観氣気歸帰龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚");
        pairs(
                "峽峡挾挟狹狭鄕郷曉暁區区驅駆勳勲薰薫徑径惠恵揭掲溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒黃黄國国黑黒碎砕濟済齋斉齊斉斎斉劑剤册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児");
        pairs(
                "辭辞濕湿實実寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙獎奨將将燒焼稱称證証乘乗淨浄剩剰疊畳繩縄壤壌孃嬢讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔穗穂隨随髓髄樞枢數数瀨瀬聲声靜静攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双");
        pairs(
                "壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴鎭鎮遞逓鐵鉄轉転點点傳伝黨党燈灯當当盜盗鬪闘德徳獨独讀読屆届貳弐腦脳霸覇廢廃拜拝賣売麥麦");
        pairs(
                "發発髮髪拔抜蠻蛮祕秘濱浜濵浜拂払佛仏竝並變変邊辺邉辺辨弁瓣弁辯弁舖舗寶宝豐豊槇槙萬万滿満默黙藥薬與与譽誉餘余豫予搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟綠緑壘塁禮礼靈霊齡齢戀恋爐炉勞労樓楼灣湾遙遥堯尭條条狀状");
        pairs("髙高﨑崎嵜崎碕崎嶋島嶌島𠮷吉桒桑舘館鉃鉄栁柳槗橋𣘺橋冨富峯峰埜野渕淵渊淵曻昇淸清曾曽增増凉涼靑青薗園菴庵鈎鉤籠篭驒騨");
    }

    private ModernKanji() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(MODERN::containsKey)) {
            return text;
        }
        StringBuilder modern = new StringBuilder(text.length());
        text.codePoints().map(point -> MODERN.getOrDefault(point, point)).forEach(modern::appendCodePoint);
        return modern.toString();
    }

    private static void pairs(String written) {
        int[] points = written.codePoints().toArray();
        for (int i = 0; i < points.length; i += 2) {
            MODERN.put(points[i], points[i + 1]);
        }
    }
}
