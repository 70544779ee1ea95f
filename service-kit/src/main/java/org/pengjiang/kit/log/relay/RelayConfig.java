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
    @WithDefault("400ms")
    Duration idleSession();

    /** How often a replica that waits asks for the lock. */
    @WithDefault("100ms")
    Duration standby();
}
