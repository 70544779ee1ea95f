package org.pengjiang.kit.log.state;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.pengjiang.kit.supervision.Period;

/** How often the log is looked at, and from when on the health group of operations reports it. */
@ConfigMapping(prefix = "suite.log")
interface LogStateConfig {
    @WithDefault("2s")
    Period watchEvery();

    /** Older than this, what is final and unsent. */
    @WithDefault("60s")
    Duration longestUnsent();

    /** Longer than this, a transaction that holds the horizon while rows wait behind it. */
    @WithDefault("60s")
    Duration longestHold();
}
