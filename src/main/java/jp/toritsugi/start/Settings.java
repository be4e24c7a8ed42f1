package jp.toritsugi.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Every setting of the application in production, each an environment variable of the name given here
 * (docs/operations.md explains them to operators). All are text and optional here: {@link SettingsCheck} says in a
 * sentence what is missing or wrong.
 */
@ConfigMapping(prefix = "toritsugi")
public interface Settings {
    /** PostgreSQL, seen by two roles. */
    Database db();

    /** The OpenID Connect server people log in at. */
    LoginServer oidc();

    /** Where the application listens. */
    Http http();

    /** How it ends. */
    Stop stop();

    /** How firms are recognised across institutions. */
    Duplicates duplicates();

    /** Where files lie that people send. */
    Imports imports();

    /** How much one client may ask within a minute; 0 = as much as they like. */
    Rate rate();

    /** How much comes through the door at once. */
    Door door();

    /** Mail that says there is something to read. */
    Mail mail();

    /** Other systems that are told. */
    Webhooks webhooks();

    /** How small figures may be. */
    Figures figures();

    /** How places in lists are sealed. */
    Cursors cursors();

    interface Figures {
        /** {@code TORITSUGI_FIGURES_LEAST}: fewer sheets that do not lie open to whoever asks are not counted for them. */
        @WithDefault("5")
        String least();
    }

    interface Cursors {
        /** {@code TORITSUGI_CURSORS_KEY}: with several instances, the same for all. */
        Optional<String> key();
    }

    interface Database {
        /** {@code TORITSUGI_DB_URL}, required: {@code jdbc:postgresql://host:port/database}. */
        Optional<String> url();

        /** {@code TORITSUGI_DB_USER}, required: the role the application works as. It owns nothing. */
        Optional<String> user();

        /** {@code TORITSUGI_DB_PASSWORD}, required: that role's password. */
        Optional<String> password();

        /** {@code TORITSUGI_DB_OWNER}, required: the role that owns the tables and migrates them at start. */
        Optional<String> owner();

        /** {@code TORITSUGI_DB_OWNER_PASSWORD}, required: that role's password. */
        Optional<String> ownerPassword();

        /** {@code TORITSUGI_DB_CONNECTIONS}: at most so many connections at a time. */
        @WithDefault("16")
        String connections();

        /** {@code TORITSUGI_DB_STATEMENT_SECONDS}: what one statement of a page may take. */
        @WithDefault("15")
        String statementSeconds();

        /** {@code TORITSUGI_DB_FIGURES_SECONDS}: what one statement of a report may take. */
        @WithDefault("60")
        String figuresSeconds();

        /** {@code TORITSUGI_DB_JOB_MINUTES}: what one statement of a job that runs for itself may take. */
        @WithDefault("60")
        String jobMinutes();
    }

    interface LoginServer {
        /** {@code TORITSUGI_OIDC_URL}, required: the issuer, for Keycloak {@code https://host/realms/name}. */
        Optional<String> url();

        /** {@code TORITSUGI_OIDC_CLIENT}, required: the client id registered there. */
        Optional<String> client();

        /** {@code TORITSUGI_OIDC_SECRET}, required: that client's secret. */
        Optional<String> secret();

        /** {@code TORITSUGI_OIDC_ROLES_CLAIM}: path of the claim that carries the roles. */
        @WithDefault("groups")
        String rolesClaim();
    }

    interface Http {
        /** {@code TORITSUGI_HTTP_HOST}: address to listen on. */
        @WithDefault("0.0.0.0")
        String host();

        /** {@code TORITSUGI_HTTP_PORT}: port to listen on, 1 to 65535. */
        @WithDefault("8080")
        String port();

        /** {@code TORITSUGI_HTTP_PROXIED}, true or false: whether X-Forwarded-… headers come from a proxy to be believed. */
        @WithDefault("false")
        String proxied();

        /** {@code TORITSUGI_HTTP_PROXIES}, required behind a proxy: which, as addresses or networks (10.0.0.0/8), by commas. */
        Optional<String> proxies();

        /** {@code TORITSUGI_HTTP_ADDRESS}, required behind a proxy: what people open. Asked under another name we refuse. */
        Optional<String> address();
    }

    interface Door {
        /** {@code TORITSUGI_DOOR_BODIES}: bytes of all bodies in memory at the same time: 16M. */
        @WithDefault("16M")
        String bodies();

        /** {@code TORITSUGI_DOOR_AT_ONCE}: requests of one person worked on at the same time; 0 = as many as they like. */
        @WithDefault("6")
        String atOnce();

        /** {@code TORITSUGI_DOOR_SEARCHES}: lists and figures of all people at the same time; 0 = as many as there are. */
        @WithDefault("10")
        String searches();
    }

    interface Stop {
        /** {@code TORITSUGI_STOP_DELAY_SECONDS}: for so long after SIGTERM it still answers, but says it is not ready. */
        @WithDefault("5")
        String delaySeconds();

        /** {@code TORITSUGI_STOP_TIMEOUT_SECONDS}: for so long after that it goes on with what is under way. */
        @WithDefault("30")
        String timeoutSeconds();
    }

    interface Duplicates {
        /** {@code TORITSUGI_DUPLICATES_KEY}, required: a secret of at least 32 characters, the same for ever. */
        Optional<String> key();

        /** {@code TORITSUGI_DUPLICATES_TOLD_A_DAY}: of so many firms a day one person is told; 0 = of none. */
        @WithDefault("10")
        String toldADay();
    }

    interface Imports {
        /** {@code TORITSUGI_IMPORTS_DIRECTORY}: a directory for the application alone; else one beside the system's temporary files. */
        Optional<String> directory();
    }

    interface Mail {
        /** {@code TORITSUGI_MAIL_ON}, true or false: whether mail is sent. */
        @WithDefault("false")
        String on();

        /** {@code TORITSUGI_MAIL_LINK}, required where mail is sent: the address people reach the application under. */
        Optional<String> link();

        /** {@code TORITSUGI_MAIL_FROM}, required where mail is sent: whom it comes from. */
        Optional<String> from();
    }

    interface Webhooks {
        /** {@code TORITSUGI_WEBHOOKS_KEY}: seals their secrets; without it none can be registered. */
        Optional<String> key();
    }

    interface Rate {
        /** {@code TORITSUGI_RATE_REQUESTS}: requests of one logged-in person. */
        @WithDefault("1200")
        String requests();

        /** {@code TORITSUGI_RATE_SEARCHES}: of these, lists, searches and files. */
        @WithDefault("240")
        String searches();

        /** {@code TORITSUGI_RATE_STRANGERS}: requests of one address without a log-in. */
        @WithDefault("600")
        String strangers();
    }
}
