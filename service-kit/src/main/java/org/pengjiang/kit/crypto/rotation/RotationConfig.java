package org.pengjiang.kit.crypto.rotation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.pengjiang.kit.supervision.Period;

/** How the walk over the sealed columns runs. */
@ConfigMapping(prefix = "suite.crypto.rotation")
interface RotationConfig {
    /** How often a replica looks whether a walk is due; {@code off} for never. */
    @WithDefault("1m")
    Period lookEvery();

    /** Rows in one transaction. */
    @WithDefault("200")
    int rows();

    /** The pause between two of them. */
    @WithDefault("10ms")
    Duration pause();

    /** A column is counted anew this long after it was. */
    @WithDefault("24h")
    Duration countEvery();

    /** A column of which rows were left under an older key (they were locked, or written by a replica that knew no newer). */
    @WithDefault("10m")
    Duration againAfter();
}
