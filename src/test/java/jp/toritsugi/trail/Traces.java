package jp.toritsugi.trail;

import jp.toritsugi.access.Viewer;

/** People of the small network who leave traces. */
final class Traces {
    static final Viewer OFFICER =
            new Viewer("minato-officer", "湊 一郎", "officer", "02", "青森県事業承継ネットワーク", "minato-cci", "みなと商工会議所", null);
    static final Viewer RINGO =
            new Viewer("ringo-officer", "林 檎子", "officer", "02", "青森県事業承継ネットワーク", "ringo-bank", "りんご銀行", null);
    static final Viewer KITA =
            new Viewer("kita-coordinator", "北 次郎", "coordinator", "05", "秋田県事業承継ネットワーク", "kita-cci", "きた商工会議所", null);

    private Traces() {}
}
