package jp.toritsugi.inbox;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes PDF files of pages; the fonts travel with each file, so that names look the same everywhere. */
@ApplicationScoped
class Press {
    static {
        XRLog.setLoggingEnabled(false);
    }

    private final PaperFonts fonts = new PaperFonts();

    byte[] print(TemplateInstance page) {
        String html = fonts.printable(page.render());
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024)) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(fonts::ordinary, "Ordinary", 400, FontStyle.NORMAL, true);
            builder.useFont(fonts::rare, "Rare", 400, FontStyle.NORMAL, true);
            builder.withHtmlContent(html, null);
            builder.withProducer("Toritsugi");
            builder.toStream(pdf);
            builder.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
