package org.pengjiang.kit.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pengjiang.kit.supervision.Period;

/** How letters are sent. */
@ConfigMapping(prefix = "suite.notices")
interface NoticeConfig {
    @WithDefault("true")
    boolean enabled();

    /** How often each replica looks; {@code off} for never. */
    Period sendEvery();

    /** The profile prod has no default: a service that only seems to send letters is worse than one that does not start. */
    Optional<ChannelName> channel();

    @WithDefault("50")
    int batch();

    /** A sender that has not said what became of its letters after this long is taken for dead, and another sends them. */
    @WithDefault("5m")
    Duration lease();

    /** The pauses between the attempts; there is one attempt more than pauses, then the letter is given up. */
    @WithDefault("30s,2m,10m,1h,6h")
    List<Duration> pauses();

    /** What stands before the path in a letter: the address under which people reach this service. */
    Optional<String> linkBase();

    Smtp smtp();

    /** Needed when the channel is SMTP: host and sender. */
    interface Smtp {
        Optional<String> host();

        @WithDefault("587")
        int port();

        @WithDefault("STARTTLS")
        Security security();

        Optional<String> user();

        Optional<String> password();

        Optional<String> from();

        /** For connecting, and for every answer of the server. */
        @WithDefault("10s")
        Duration timeout();
    }

    enum ChannelName {
        /** Writes into the service's own log, for a machine without a mail server; the record says SKIPPED, LOGGED. */
        LOG,
        SMTP,
        /** Sends nothing; the record says so. */
        OFF
    }

    enum Security {
        /** The server must offer it; without it nothing is sent. */
        STARTTLS,
        TLS,
        /** For a server on the same machine. */
        NONE
    }
}
