package jp.toritsugi.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of consultants a case may go to; also the recipient of a consent. */
public enum RecipientKind {
    CENTER("center", "事業承継・引継ぎ支援センター", "センター"),
    SUCCESSOR_BANK("successor-bank", "後継者人材バンク", "人材バンク"),
    AREA_COORDINATOR("area-coordinator", "エリアコーディネーター", "エリアCO"),
    GUARANTEE_COORDINATOR("guarantee-coordinator", "経営者保証コーディネーター", "保証CO"),
    GUARANTEE("guarantee", "信用保証協会", "保証協会"),
    YOROZU("yorozu", "よろず支援拠点", "よろず"),
    REVITALIZATION("revitalization", "活性化協議会", "活性化協議会"),
    CHAMBER("chamber", "経営指導員", "経営指導員"),
    TAX_ACCOUNTANT("tax-accountant", "税理士", "税理士"),
    ACCOUNTANT("accountant", "公認会計士", "会計士"),
    LAWYER("lawyer", "弁護士", "弁護士"),
    MANAGEMENT_CONSULTANT("management-consultant", "中小企業診断士", "診断士"),
    BANK("bank", "金融機関", "金融機関"),
    MUNICIPALITY("municipality", "市町村の継業バンク", "継業バンク"),
    JFC("jfc", "日本政策金融公庫", "公庫"),
    OWN_ADVISER("own-adviser", "本人の相談先", "本人の相談先");

    private final String code;
    private final String label;
    private final String shortLabel;

    RecipientKind(String code, String label, String shortLabel) {
        this.code = code;
        this.label = label;
        this.shortLabel = shortLabel;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** As people at work say it, for narrow columns: センター. */
    public String shortLabel() {
        return shortLabel;
    }

    /** @throws IllegalArgumentException for a code that is none of ours */
    @JsonCreator
    public static RecipientKind of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("提供先の種類ではありません: " + code));
    }

    /** Looks a kind up by its code or by its Japanese name as people write it in a spreadsheet. */
    public static Optional<RecipientKind> find(String codeOrLabel) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(codeOrLabel) || kind.label.equals(codeOrLabel))
                .findFirst();
    }
}
