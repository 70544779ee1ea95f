package org.pengjiang.kit.log.relay;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay runs. */
@ConfigMapping(prefix = "suite.relay")
interface RelayConfig {
    @WithDefault("true")
    boolean enabled();

    /** Rows per batch. */
    @WithDefault("1000")
    int batch();

    /** Bytes of data per batch: after that no further row is read. The memory of a batch is a few times as much. */
    @WithDefault("4M")
    MemorySize batchSize();

    /** The database closes the session of a frozen relay after this long, and with it ends its lock. */
    @WithDefault("400ms")
    Duration idleSession();

    /** How often a replica that waits asks for the lock. */
    @WithDefault("100ms")
    Duration standby();
}
