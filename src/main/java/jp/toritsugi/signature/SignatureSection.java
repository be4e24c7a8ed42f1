package jp.toritsugi.signature;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.SheetPart;

/** 同意の署名 on a sheet's page, for whoever sees the sheet. */
@ApplicationScoped
class SignatureSection implements SheetPart {
    private final SignatureBook book;

    SignatureSection(SignatureBook book) {
        this.book = book;
    }

    /** @param path of the SVG drawing */
    record Drawing(String recipient, int width, int height, String path, Instant signedAt, String recordedByName) {}

    @CheckedTemplate(basePath = "signature")
    static class Templates {
        static native TemplateInstance section(List<Drawing> drawings);
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Optional<TemplateInstance> of(OpenSheet sheet, Viewer viewer) {
        List<Drawing> drawings =
                book.latest(sheet.id()).stream().map(this::drawing).toList();
        return drawings.isEmpty() ? Optional.empty() : Optional.of(Templates.section(drawings));
    }

    private Drawing drawing(Signature signature) {
        return new Drawing(
                RecipientKind.of(signature.recipient).label(),
                signature.width,
                signature.height,
                book.strokes(signature).path(),
                signature.signedAt,
                signature.recordedByName);
    }
}
