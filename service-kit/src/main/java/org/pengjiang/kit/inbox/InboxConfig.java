package org.pengjiang.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How events of other services are taken in. */
@ConfigMapping(prefix = "suite.inbox")
interface InboxConfig {
    @WithDefault("true")
    boolean enabled();

    /** The pauses between the tries; there is one try more than pauses. */
    @WithDefault("100ms,500ms")
    List<Duration> pauses();

    /** The pause while the database is away, which counts as no try. */
    @WithDefault("250ms")
    Duration serverPause();

    @WithDefault("500")
    int maxPollRecords();

    /** Events of one partition; from more on the health group of operations reports it. */
    @WithDefault("10000")
    long longestLag();
}
