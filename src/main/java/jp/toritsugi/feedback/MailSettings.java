package jp.toritsugi.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Mail to people (settings {@code toritsugi.mail.…}); how the mail server is reached is {@code quarkus.mailer.…}. */
@ConfigMapping(prefix = "toritsugi.mail")
interface MailSettings {
    /** {@code TORITSUGI_MAIL_ON}: without a mail server, nothing is gathered for one. */
    @WithDefault("false")
    boolean on();

    /** {@code TORITSUGI_MAIL_LINK}: the address people reach the application under, without a slash at its end. */
    Optional<String> link();

    /** {@code TORITSUGI_MAIL_FROM}: whom it comes from. */
    Optional<String> from();
}
