package org.pengjiang.kit.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How much a service lets in. */
@ConfigMapping(prefix = "suite.http")
interface EdgeConfig {
    /** Requests at work at one time; one more is answered 503 at once instead of joining a queue that only grows. */
    @WithName("max-in-flight")
    @WithDefault("128")
    int maxInFlight();

    @WithName("rate-limit")
    RateLimit rateLimit();

    /** Per account, or per address where no account is known. */
    interface RateLimit {
        @WithName("per-second")
        @WithDefault("200")
        int perSecond();

        @WithDefault("400")
        int burst();

        /** Refused tokens an address may present in a minute; then more of them are answered 429 instead of 401. */
        @WithName("failures-per-minute")
        @WithDefault("60")
        int failuresPerMinute();
    }
}
