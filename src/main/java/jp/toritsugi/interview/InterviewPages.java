package jp.toritsugi.interview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page of the tablet app, and what makes it installable. Nothing personal is in any of it: the device keeps it, and
 * shows it without a signal.
 */
@Path("/interview")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
class InterviewPages {
    private static final String ASKED_AGAIN = "no-cache";
    private static final String MANIFEST = "application/manifest+json";

    private static final String WORKER = text("/interview/worker.js");

    private final AppFiles files;
    private final ObjectMapper json;

    InterviewPages(AppFiles files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    @CheckedTemplate(basePath = "interview")
    static class Templates {
        static native TemplateInstance shell(String version);

        static native TemplateInstance loggedIn();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response shell() {
        return Response.ok(shellText()).header("Cache-Control", ASKED_AGAIN).build();
    }

    private String shellText() {
        return Templates.shell(files.version()).render();
    }

    /** Where the app sends somebody whose log-in ran out, in a window of its own; the worker leaves this address alone. */
    @GET
    @Path("/log-in")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance loggedIn() {
        return Templates.loggedIn();
    }

    @GET
    @Path("/sw.js")
    @Produces("text/javascript;charset=UTF-8")
    @Operation(hidden = true)
    public Response worker() throws JsonProcessingException {
        Map<String, String> revisions = new LinkedHashMap<>();
        revisions.put(
                "/interview",
                AppFiles.hash(shellText().getBytes(StandardCharsets.UTF_8)).substring(0, 16));
        files.all().forEach(file -> revisions.put(file.address(), file.revision()));
        String version = AppFiles.hash(revisions.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        String text = WORKER.replace("@VERSION@", version).replace("@REVISIONS@", json.writeValueAsString(revisions));
        return Response.ok(text)
                .header("Cache-Control", ASKED_AGAIN)
                .header("Service-Worker-Allowed", "/interview")
                .build();
    }

    private static String text(String name) {
        try (InputStream in = InterviewPages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param purpose what the system may do with it */
    record Icon(String src, String sizes, String type, String purpose) {}

    @GET
    @Path("/manifest.webmanifest")
    @Produces(MANIFEST)
    @Operation(hidden = true)
    public Response manifest() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", "/interview");
        manifest.put("name", "取次 面談");
        manifest.put("short_name", "取次 面談");
        manifest.put("description", "事業承継診断の面談を、電波のないところでも記録する");
        manifest.put("lang", "ja");
        manifest.put("start_url", "/interview");
        manifest.put("scope", "/interview");
        manifest.put("display", "standalone");
        manifest.put("background_color", "#ffffff");
        manifest.put("theme_color", "#0017c1");
        manifest.put(
                "icons",
                List.of(
                        new Icon("/frame/mark.svg", "any", "image/svg+xml", "any"),
                        new Icon("/tablet/icons/mark-192.png", "192x192", "image/png", "any"),
                        new Icon("/tablet/icons/mark-512.png", "512x512", "image/png", "any"),
                        new Icon("/tablet/icons/mark-maskable-512.png", "512x512", "image/png", "maskable")));
        return Response.ok(manifest).header("Cache-Control", ASKED_AGAIN).build();
    }
}
