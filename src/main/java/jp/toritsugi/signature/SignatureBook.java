package jp.toritsugi.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.HeldElsewhere;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.problem.InvalidInput;

/** Keeps signatures; the same one sent again changes nothing. */
@ApplicationScoped
class SignatureBook implements PanacheRepositoryBase<Signature, Signature.Key> {
    /** A drawing is some kilobytes; with what devices add as evidence, more. */
    private static final int LONGEST = 200_000;

    /** Of one kind of recipient on one sheet: signed again after a correction, by another device, once more for the paper. */
    private static final int MOST = 20;

    private final OpenSheets sheets;
    private final Trail trail;
    private final ObjectMapper json;
    private final Clock clock;

    SignatureBook(OpenSheets sheets, Trail trail, ObjectMapper json, Clock clock) {
        this.sheets = sheets;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** @param created false where it was here already */
    record Kept(SignatureView signature, boolean created) {}

    @Transactional
    Kept keep(DiagnosisId id, RecipientKind recipient, NewSignature drawn, Viewer viewer) {
        HeldElsewhere.refuseUnlessOf(viewer, drawn.from());
        Strokes.of(drawn.strokes());
        // locked: sent twice at once, the second finds the first
        OpenSheet sheet = sheets.locked(id, viewer);
        String strokes = text(drawn);
        Instant at = drawn.at().truncatedTo(ChronoUnit.MICROS);
        Signature.Key key = new Signature.Key(
                sheet.id(), recipient.code(), hash(strokes + drawn.width() + "x" + drawn.height() + " " + at));
        Optional<Signature> known = findByIdOptional(key);
        if (known.isPresent()) {
            return new Kept(SignatureView.of(known.get()), false);
        }
        if (count("diagnosis = ?1 and recipient = ?2", sheet.id(), recipient.code()) >= MOST) {
            throw new InvalidInput("strokes", "この提供先の署名は" + MOST + "回までです。前の署名で足りるか、事務局に確かめてください。");
        }
        Signature signature = new Signature(key);
        signature.network = sheet.network();
        signature.institution = sheet.institution();
        signature.strokes = strokes;
        signature.width = drawn.width();
        signature.height = drawn.height();
        signature.signedAt = at;
        signature.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        signature.recordedBy = viewer.userName();
        signature.recordedByName = viewer.displayName();
        persistAndFlush(signature);
        trail.write(TrailEvent.of(Action.SIGNED, "signature", sheet.id(), sheet.institution())
                .with("recipient", recipient.code()));
        return new Kept(SignatureView.of(signature), true);
    }

    /** For each kind of recipient the latest. */
    @Transactional
    Collection<Signature> latest(UUID sheet) {
        Map<String, Signature> latest = new LinkedHashMap<>();
        list("diagnosis = ?1 order by signedAt, recordedAt", sheet)
                .forEach(signature -> latest.put(signature.recipient, signature));
        return latest.values();
    }

    Strokes strokes(Signature signature) {
        try {
            return Strokes.of(json.readTree(signature.strokes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(NewSignature drawn) {
        try {
            String text = json.writeValueAsString(drawn.strokes());
            if (text.length() > LONGEST || text.contains("\\u0000")) {
                throw new InvalidInput("strokes", "署名の線が長すぎるか、使えない文字（NUL）が含まれています。");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
