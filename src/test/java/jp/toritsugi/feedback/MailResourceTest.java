package jp.toritsugi.feedback;

import static jp.toritsugi.referral.CaseSteps.case7;
import static jp.toritsugi.referral.CaseSteps.center;
import static jp.toritsugi.referral.CaseSteps.go;
import static jp.toritsugi.referral.CaseSteps.handedOver;
import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real mail server, in this process. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MailResourceTest {
    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    @Inject
    OutboxRelay relay;

    @Inject
    MailRelay mails;

    private static GreenMail server;

    @BeforeEach
    void open() throws Exception {
        if (server == null) {
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
        server.purgeEmailFromAllMailboxes();
        SmallNetwork.owner("update member set email = user_name || '@example.jp' where user_name like 'minato-%'");
    }

    @AfterAll
    static void close() {
        server.stop();
        server = null;
    }

    private void wants(String user, String rhythm) {
        as(user).contentType(ContentType.JSON)
                .body(Map.of("rhythm", rhythm))
                .put("/api/v1/notices/mail")
                .then()
                .statusCode(200);
    }

    private void threeNotices() {
        String referral = handedOver(case7("株式会社りんご堂"), center());
        go("center-consultant", referral, "accept", Map.of()).statusCode(200);
        go("center-consultant", referral, "hold", Map.of("reason", "waiting-owner"))
                .statusCode(200);
        relay.relay();
    }

    private int mailed(MailRhythm rhythm) {
        mails.gather(rhythm);
        sent();
        return server.getReceivedMessages().length;
    }

    /** On a crowded machine the client may miss the server's greeting: then it comes again, as it would at work. */
    private void sent() {
        mails.send();
        for (int i = 0; i < 3 && SmallNetwork.count("mail_digest where state = 'waiting'") > 0; i++) {
            SmallNetwork.owner("update mail_digest set next_at = now()");
            mails.send();
        }
    }

    @Test
    void the_digest_says_how_many_and_where_and_nothing_of_whom() throws Exception {
        threeNotices();
        assertThat(mailed(MailRhythm.DAILY)).isEqualTo(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        String body = (String) mail.getContent();
        assertThat(mail.getSubject()).isEqualTo("お知らせがあります");
        assertThat(body).contains("取次に関するお知らせが3件あります。").containsPattern("https?://[^ ]+/notices");
        assertThat(mail.getSubject() + body)
                .doesNotContainPattern("承継|りんご|弘前|受理|センター|様|湊|[0-9a-f]{8}-[0-9a-f]{4}|[0-9]{4,}(?<!8080)");
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@toritsugi>");
        assertThat(mailed(MailRhythm.DAILY)).as("told once").isEqualTo(2);
    }

    @Test
    void each_person_says_how_often_and_what_was_read_needs_no_mail() {
        wants("minato-officer", "at-once");
        wants("minato-manager", "none");
        threeNotices();
        assertThat(mailed(MailRhythm.DAILY)).isZero();
        assertThat(mailed(MailRhythm.AT_ONCE)).isEqualTo(1);
        wants("minato-officer", "daily");
        threeNotices();
        as("minato-officer").accept("text/html").redirects().follow(false).post("/notices/read");
        assertThat(mailed(MailRhythm.DAILY)).isEqualTo(1);
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("rhythm", "hourly"))
                .put("/api/v1/notices/mail")
                .then()
                .statusCode(400);
    }

    @Test
    void a_mail_that_the_server_did_not_take_waits_and_comes_again() {
        threeNotices();
        server.stop();
        mails.gather(MailRhythm.DAILY);
        assertThat(mails.send()).isZero();
        assertThat(SmallNetwork.count("mail_digest where state = 'waiting' and attempts = 1 and next_at > now()"))
                .isEqualTo(2);
        server.start();
        assertThat(mails.send()).as("not yet").isZero();
        sent();
        assertThat(SmallNetwork.count("mail_digest where state = 'sent'")).isEqualTo(2);
    }

    @Test
    void whoever_dies_between_sending_and_writing_it_down_sends_again_under_the_same_id() throws Exception {
        threeNotices();
        assertThat(mailed(MailRhythm.DAILY)).isEqualTo(2);
        // as it lies when the process died right after sending: leased, and the lease is over
        SmallNetwork.owner(
                "update mail_digest set state = 'waiting', ended_at = null, leased_until = now() - interval '1s'");
        sent();
        MimeMessage[] all = server.getReceivedMessages();
        assertThat(all).hasSize(4);
        assertThat(java.util.Arrays.stream(all).map(this::id).distinct()).hasSize(2);
        SmallNetwork.owner("update mail_digest set state = 'waiting', leased_until = now() + interval '1 minute'");
        assertThat(mails.send()).as("in another's hands").isZero();
    }

    private String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_address_is_kept_in_the_register_by_those_who_keep_it() {
        String member = SmallNetwork.text("select id from member where user_name = 'minato-officer'");
        as("minato-manager")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "tanto@example.jp"))
                .post("/api/v1/members/{id}/mail", member)
                .then()
                .statusCode(200);
        assertThat(as("minato-officer").accept("text/html").get("/notices").asString())
                .contains("tanto@example.jp");
        for (String wrong : new String[] {"x", "a@b@c", "a b@c.jp", "<a@c.jp>", "a@c.jp\r\nBcc: x@y.jp", "a,b@c.jp"}) {
            as("minato-manager")
                    .contentType(ContentType.JSON)
                    .body(Map.of("email", wrong))
                    .post("/api/v1/members/{id}/mail", member)
                    .then()
                    .statusCode(400);
        }
        assertThat(SmallNetwork.count("trail where details::text like '%tanto@%'"))
                .isZero();
        as("admin")
                .contentType(ContentType.JSON)
                .body(Map.of("role", "manager", "from", "2030-04-01"))
                .post("/api/v1/members/{id}/move", member)
                .then()
                .statusCode(200);
        assertThat(SmallNetwork.count("member where email = 'tanto@example.jp'"))
                .as("it moves along")
                .isEqualTo(2);
    }
}
