package jp.toritsugi.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.DeskId;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.provision.ProvisionId;
import jp.toritsugi.provision.ReceivedCase;
import jp.toritsugi.provision.ReceivedCaseMaker;
import jp.toritsugi.referral.CaseReader;
import jp.toritsugi.referral.ReferralId;
import jp.toritsugi.referral.ReferralView;

/** 取次票 and 送付状, for partners on paper; each printing stands in the trail. */
@ApplicationScoped
class Papers {
    static final String PDF = "application/pdf";

    private final CaseReader cases;
    private final ReceivedCaseMaker received;
    private final Desks desks;
    private final Press press;
    private final Clock clock;

    Papers(CaseReader cases, ReceivedCaseMaker received, Desks desks, Press press, Clock clock) {
        this.cases = cases;
        this.received = received;
        this.desks = desks;
        this.press = press;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance slip(Slip slip);

        static native TemplateInstance cover(Slip slip);
    }

    /**
     * Says what the record of provision holds, and nothing else.
     *
     * @throws jp.toritsugi.problem.NotFound out of the viewer's reach
     * @throws NothingToPrint for one that was taken back
     */
    byte[] slip(ReferralId id, Viewer viewer) {
        return press.print(Templates.slip(read(id, "slip", viewer)));
    }

    /** Says nothing of 事業承継, nor of the firm: an envelope may be opened by anybody. */
    byte[] cover(ReferralId id, Viewer viewer) {
        return press.print(Templates.cover(read(id, "cover", viewer)));
    }

    /** A file's name says nothing of whom it is about. */
    static Response answer(String name, byte[] pdf) {
        return Response.ok(pdf, PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }

    @Transactional
    Slip read(ReferralId id, String paper, Viewer viewer) {
        CaseReader.Printed printed = cases.print(id, paper, viewer);
        ReferralView referral = printed.referral();
        ReceivedCase given =
                referral.provision() == null ? null : received.open(new ProvisionId(referral.provision()), viewer);
        if (!Slip.isFor(referral, given)) {
            throw new NothingToPrint();
        }
        Optional<Desk> desk = desks.find(new DeskId(referral.desk()), viewer);
        return new Slip(
                referral,
                printed.receipt(),
                given,
                desk.map(one -> one.channel().label()).orElse(""),
                desks.all(viewer).stream()
                        .filter(one -> one.institution().equals(referral.from()) && one.telephone() != null)
                        .map(Desk::telephone)
                        .findFirst()
                        .orElse(null),
                desk.map(Desk::place).orElse(null),
                clock.instant(),
                viewer.displayName(),
                viewer.institutionName());
    }
}
