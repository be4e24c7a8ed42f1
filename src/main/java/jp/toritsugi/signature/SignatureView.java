package jp.toritsugi.signature;

import java.time.Instant;
import java.util.UUID;

/** What is answered about a signature that was sent. */
public record SignatureView(
        UUID diagnosis, String recipient, Instant signedAt, Instant recordedAt, String recordedByName) {

    static SignatureView of(Signature signature) {
        return new SignatureView(
                signature.diagnosis,
                signature.recipient,
                signature.signedAt,
                signature.recordedAt,
                signature.recordedByName);
    }
}
