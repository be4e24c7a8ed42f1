package jp.toritsugi.retention;

import jp.toritsugi.problem.Refusal;

final class NotToBeApproved extends Refusal {
    private static final long serialVersionUID = 1L;

    NotToBeApproved() {
        super(
                409,
                "destruction-not-waiting",
                "この廃棄は待っていません",
                "この廃棄は、すでに済んだか、取りやめられたか、予定から30日を過ぎています。廃棄の一覧を開き直し、要るなら新しく予定してください。");
    }
}
