package jp.toritsugi.inbox;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/** Makes PDF files of pages; the fonts travel with each file, so that names look the same everywhere. */
@ApplicationScoped
class Press {
    static {
        XRLog.setLoggingEnabled(false);
    }

    private final PaperFonts fonts = new PaperFonts();

    /** Beside the templates, which are all read as pages and may hold no style of their own. */
    private final String style = read("/papers/paper.css");

    byte[] print(TemplateInstance page) {
        String html = fonts.printable(page.render())
                .replaceFirst("</head>", Matcher.quoteReplacement("<style>" + style + "</style></head>"));
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

    private static String read(String resource) {
        try (InputStream in = Press.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
