package jp.toritsugi.trail;

import java.util.Map;

/**
 * A place where the trail does not hold.
 *
 * @param chain 0 to 63
 * @param position in the chain, from 1
 * @param entry id of the entry there, or null where none is
 * @param fault changed, missing, cut, head, stray, start (the migrations explain them), anchor
 */
record BrokenLink(int chain, long position, Long entry, String fault) {
    static final String ANCHOR = "anchor";

    private static final Map<String, String> FAULTS = Map.of(
            "changed",
            "内容が、書かれたときと違います",
            "missing",
            "あるはずの記録がありません",
            "cut",
            "終わりの記録が切り取られています",
            "head",
            "最後に書かれた記録ではありません",
            "stray",
            "あるはずのない鎖の記録です",
            "start",
            "廃棄の記録がないのに、古い記録がありません",
            ANCHOR,
            "以前の検証で控えた封印と違います。鎖がまるごと書き直されています");

    static String fault(String code) {
        return FAULTS.getOrDefault(code, code);
    }

    /** 鎖0の位置12（記録 34）：内容が、書かれたときと違います. */
    public String words() {
        return "鎖" + chain + "の位置" + position + (entry == null ? "" : "（記録 " + entry + "）") + "：" + fault(fault);
    }
}
