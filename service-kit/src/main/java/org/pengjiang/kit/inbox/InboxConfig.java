package org.pengjiang.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import org.pengjiang.kit.supervision.Period;

/** How events of other services are taken in. */
@ConfigMapping(prefix = "suite.inbox")
interface InboxConfig {
    @WithDefault("true")
    boolean enabled();

    /** The pauses between the tries of an event that fails by its own fault; there is one try more than pauses. */
    @WithDefault("100ms,500ms")
    List<Duration> pauses();

    /**
     * The first pause after a failure that may pass (a lock, a deadlock, a timeout); each further one is twice as long. Only
     * the subject waits.
     */
    @WithDefault("250ms")
    Duration retryFirst();

    @WithDefault("15s")
    Duration retryLongest();

    /** For so long an event is tried again after such failures before it is parked. */
    @WithDefault("5m")
    Duration retryFor();

    /** The first pause of a partition while the database is away, which counts as no try; up to sixteen times as long later. */
    @WithDefault("250ms")
    Duration serverPause();

    @WithDefault("500")
    int maxPollRecords();

    /**
     * After so long with the subjects that wait, and so long with the queues, a consumer asks Kafka again: with the event in
     * hand that is far below {@code max.poll.interval.ms}, after which the group would give its partitions away.
     */
    @WithDefault("5s")
    Duration longestTurn();

    /** Events of one partition; from more on the health group of operations reports it. */
    @WithDefault("10000")
    long longestLag();

    Parked parked();

    /** How parked events are tried again. */
    interface Parked {
        /** How often each replica looks; {@code off} for never. */
        @WithDefault("10s")
        Period retryEvery();

        /** The pause of a subject after it was parked; after each failure it is twice as long. */
        @WithDefault("1m")
        Duration retryFirst();

        @WithDefault("1h")
        Duration retryLongest();

        /** How often each replica looks for a bulk replay to work on; {@code off} for never. */
        @WithDefault("2s")
        Period replayEvery();
    }
}
