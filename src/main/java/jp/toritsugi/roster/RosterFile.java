package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.frame.CsvFile;

/** The register as a file that can be sent back: the template is its header alone. */
@ApplicationScoped
class RosterFile {
    private final Members members;
    private final Trail trail;

    RosterFile(Members members, Trail trail) {
        this.members = members;
        this.trail = trail;
    }

    Response template() {
        CsvFile csv = new CsvFile();
        csv.line(header());
        return download(csv, "meibo-template.csv");
    }

    /** Everything within the viewer's remit that holds today or will. */
    @Transactional
    Response current(Viewer viewer) {
        CsvFile csv = new CsvFile();
        csv.line(header());
        int lines = 0;
        for (MemberView member : members.all(viewer)) {
            if (member.isOpen()) {
                csv.line(
                        member.userName(),
                        member.displayName(),
                        member.institution(),
                        member.branch(),
                        member.roleLabel(),
                        member.validFrom(),
                        member.validTo());
                lines++;
            }
        }
        trail.write(TrailEvent.of(
                        Action.EXPORTED,
                        "member",
                        null,
                        new Remit(viewer).coversNetwork() ? null : viewer.institution())
                .with("rows", lines));
        return download(csv, "meibo.csv");
    }

    private static Object[] header() {
        return Arrays.stream(EnrolmentColumn.values())
                .map(EnrolmentColumn::label)
                .toArray();
    }

    private static Response download(CsvFile csv, String name) {
        return Response.ok(csv.bytes(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
