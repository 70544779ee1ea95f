package org.pengjiang.kit.supervision;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Why a loop was started anew, in the few words that a metric may have. */
public final class FailureReason {
    private FailureReason() {}

    public static String of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return "database";
            }
            if (cause instanceof KafkaException) {
                return "kafka";
            }
            if (cause instanceof Error) {
                return "error";
            }
        }
        return "other";
    }
}
