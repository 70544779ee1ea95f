package org.pengjiang.kit.notices;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code suite_notices_total{channel, outcome, reason}}, {@code suite_notices_given_up_total} and {@code suite_notices_waiting}. */
@ApplicationScoped
class NoticeMetrics {
    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();
    private final Counter givenUp;

    NoticeMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("suite.notices.waiting", waiting, AtomicLong::doubleValue)
                .description("letters that will be tried")
                .register(meters);
        this.givenUp = Counter.builder("suite.notices.given.up")
                .description("letters that reached nobody and will not be tried again")
                .register(meters);
    }

    void waiting(long letters) {
        waiting.set(letters);
    }

    void givenUp() {
        givenUp.increment();
    }

    /** Reasons are a closed set, except for the three digits of a mail server's answer. */
    void count(String channel, NoticeState outcome, @Nullable String why) {
        meters.counter(
                        "suite.notices",
                        "channel",
                        channel.toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT),
                        "reason",
                        why == null ? "none" : why.toLowerCase(Locale.ROOT))
                .increment();
    }
}
