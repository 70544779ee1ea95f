package org.pengjiang.kit.supervision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Why a loop was started anew, in the few words that a metric may have. */
public enum FailureReason {
    DATABASE,
    KAFKA,
    ERROR,
    OTHER;

    static FailureReason of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return DATABASE;
            }
            if (cause instanceof KafkaException) {
                return KAFKA;
            }
            if (cause instanceof Error) {
                return ERROR;
            }
        }
        return OTHER;
    }

    /** Counts failures by their reason. All reasons are there from the start, so that the first failure is an increase. */
    public static final class Count {
        private final Counter[] counters = new Counter[values().length];

        public Count(String metric, String description, MeterRegistry meters, String... tags) {
            for (FailureReason reason : values()) {
                counters[reason.ordinal()] = Counter.builder(metric)
                        .description(description)
                        .tags(tags)
                        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                        .register(meters);
            }
        }

        public void add(Throwable failure) {
            counters[of(failure).ordinal()].increment();
        }
    }
}
