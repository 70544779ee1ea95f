package org.pengjiang.localstack;

import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.postgres.PostgresOptions;

/** Both servers at once. */
public record StackOptions(PostgresOptions postgres, KafkaOptions kafka) {

    public static StackOptions forTests(String... services) {
        return new StackOptions(PostgresOptions.forTests(services), KafkaOptions.forTests());
    }
}
