package org.pengjiang.kit.log.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.pengjiang.kit.supervision.Period;

/** How streams are fed. */
@ConfigMapping(prefix = "suite.streams")
interface StreamConfig {
    /** How often the log is read. */
    @WithDefault("500ms")
    Period every();

    @WithDefault("15s")
    Duration heartbeat();

    /** What may wait for a caller who reads slowly; with more the stream is cut. */
    @WithName("waiting-bytes")
    @WithDefault("262144")
    int waitingBytes();
}
