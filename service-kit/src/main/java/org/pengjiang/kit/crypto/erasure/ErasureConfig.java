package org.pengjiang.kit.crypto.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.pengjiang.kit.supervision.Period;

/** How often the erasures of the log are compared with the data keys. */
@ConfigMapping(prefix = "suite.crypto.erasures")
interface ErasureConfig {
    @WithDefault("1h")
    Period repeatEvery();
}
