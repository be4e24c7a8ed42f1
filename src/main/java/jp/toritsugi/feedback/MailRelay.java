package jp.toritsugi.feedback;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.feedback.MailDigests.Digest;

/**
 * Tells people by mail that there is something to read, and nothing of what: mail passes through many hands, and its subject
 * is read over shoulders (domain: 4.1). A mail may arrive twice when we die between sending and writing that down; it then
 * carries the same Message-ID.
 */
@ApplicationScoped
class MailRelay {
    /** Few: a server that does not answer is given half a minute, and the lease must outlast them all. */
    private static final int AT_A_TIME = 3;

    private static final String SUBJECT = "お知らせがあります";

    private final MailDigests digests;
    private final Mailer mailer;
    private final MailSettings settings;
    private final Clock clock;

    MailRelay(MailDigests digests, Mailer mailer, MailSettings settings, Clock clock) {
        this.digests = digests;
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            cron = "{toritsugi.mail.daily:0 0 8 * * ?}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void inTheMorning() {
        gather(MailRhythm.DAILY);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyMinute() {
        gather(MailRhythm.AT_ONCE);
        send();
    }

    void gather(MailRhythm rhythm) {
        if (settings.on()) {
            digests.gather(rhythm, LocalDate.now(clock));
        }
    }

    /** @return how many were sent */
    int send() {
        int sent = 0;
        List<Digest> claimed;
        do {
            claimed = settings.on() ? digests.claim(AT_A_TIME) : List.of();
            for (Digest digest : claimed) {
                sent += send(digest) ? 1 : 0;
            }
        } while (!claimed.isEmpty());
        return sent;
    }

    private boolean send(Digest digest) {
        try {
            mailer.send(mail(digest));
            digests.result(digest.id(), null, null);
            return true;
        } catch (RuntimeException e) {
            // The server's words may quote the address.
            String fault = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
            Instant again = Backoff.next(digest.attempts(), clock.instant()).orElse(null);
            digests.result(digest.id(), fault, again);
            if (again == null) {
                Log.errorf("a mail was given up after %d attempts: %s (%s)", digest.attempts(), digest.id(), fault);
            } else {
                Log.warnf("a mail could not be sent and waits until %s: %s (%s)", again, digest.id(), fault);
            }
            return false;
        }
    }

    private Mail mail(Digest digest) {
        String body = "取次に関するお知らせが" + digest.notices() + "件あります。\n\n"
                + settings.link().orElse("http://localhost:8080") + "/notices\n\n"
                + "内容は、ログインしてお読みください。このメールには返信できません。\n" + "メールの受取りは、お知らせの画面で変えられます。\n";
        return Mail.withText(digest.email(), SUBJECT, body)
                .addHeader("Message-ID", "<" + digest.id() + "@toritsugi>")
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
