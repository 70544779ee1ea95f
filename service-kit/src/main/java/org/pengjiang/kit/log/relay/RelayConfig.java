package org.pengjiang.kit.log.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay runs. */
@ConfigMapping(prefix = "suite.relay")
interface RelayConfig {
    @WithDefault("true")
    boolean enabled();

    /** Rows per batch: read, sent, acknowledged, and only then passed. */
    @WithDefault("1000")
    int batch();

    /** The database closes the session of a frozen relay after this long, and with it ends its lock. */
    @WithDefault("500ms")
    Duration idleSession();

    /** How often a replica that waits asks for the lock. */
    @WithDefault("200ms")
    Duration standby();

    /** Older than this, what is unsent makes the service not ready. */
    @WithDefault("60s")
    Duration readyAge();
}
