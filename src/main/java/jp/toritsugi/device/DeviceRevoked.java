package jp.toritsugi.device;

import jp.toritsugi.problem.Refusal;

/** A lost tablet: nothing is handed to it any more. */
final class DeviceRevoked extends Refusal {
    private static final long serialVersionUID = 1L;

    DeviceRevoked() {
        super(403, "device-revoked", "この端末は失効しています", "管理者がこの端末を失効させました。端末の中の内容は消えます。別の端末を使うか、管理者に連絡してください。");
    }
}
