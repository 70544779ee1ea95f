package org.pengjiang.kit.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How much a service lets in. */
@ConfigMapping(prefix = "suite.http")
interface EdgeConfig {
    /** Requests open at one time; one more is answered 503 at once instead of joining a queue that only grows. */
    @WithName("max-in-flight")
    @WithDefault("128")
    int maxInFlight();

    /** How much of each limit one account may have: of what is open, of what works, of what is uploaded. */
    @WithName("account-percent")
    @WithDefault("50")
    int accountPercent();

    /** What all uploads that are worked on may take of the disk together; one more is answered 503. */
    @WithName("uploads-bytes")
    @WithDefault("67108864")
    long uploadsBytes();

    /** The same for all tables that are written or read. */
    @WithName("tables-bytes")
    @WithDefault("50331648")
    long tablesBytes();

    @WithName("streams")
    Streams streams();

    @WithName("work")
    Work work();

    @WithName("rate-limit")
    RateLimit rateLimit();

    /** Answers that go on as a stream. They hold no place of a request. */
    interface Streams {
        @WithDefault("2000")
        int most();

        /** Of one account, or of one network where no account is known. */
        @WithName("of-account")
        @WithDefault("10")
        int ofAccount();
    }

    /**
     * What works at one time, in percent of the connection pool. The classes may borrow from each other, so that their parts
     * come to more than all of it; what keeps requests from taking all of it is the reserve.
     */
    interface Work {
        /** For consumers and periodic jobs, which take their connections from the same pool. The relay has its own. */
        @WithName("reserve-percent")
        @WithDefault("20")
        int reservePercent();

        @WithName("reads-percent")
        @WithDefault("70")
        int readsPercent();

        @WithName("commands-percent")
        @WithDefault("70")
        int commandsPercent();

        @WithName("bulk-percent")
        @WithDefault("20")
        int bulkPercent();

        /** How long a request waits for its place before it is refused. */
        @WithName("longest-wait")
        @WithDefault("1s")
        Duration longestWait();
    }

    /** Per account, or per network where no account is known. */
    interface RateLimit {
        @WithName("per-second")
        @WithDefault("200")
        int perSecond();

        @WithDefault("400")
        int burst();

        /** Refused tokens a network may present in a minute; then more of them are answered 429 instead of 401. */
        @WithName("failures-per-minute")
        @WithDefault("60")
        int failuresPerMinute();

        /** Wrong codes a network may send in an hour where no token is needed; then more of them are answered 429. */
        @WithName("guesses-per-hour")
        @WithDefault("20")
        int guessesPerHour();
    }
}
