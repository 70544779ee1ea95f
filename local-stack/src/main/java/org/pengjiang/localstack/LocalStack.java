package org.pengjiang.localstack;

import org.pengjiang.localstack.kafka.KafkaBroker;
import org.pengjiang.localstack.postgres.PostgresServer;

/** PostgreSQL and Kafka together, started side by side. Either can be had alone by its own class. */
public record LocalStack(PostgresServer postgres, KafkaBroker kafka) implements AutoCloseable {

    public static LocalStack start(StackOptions options) {
        KafkaBroker kafka = KafkaBroker.begin(options.kafka());
        try {
            PostgresServer postgres = PostgresServer.start(options.postgres());
            kafka.awaitReady();
            return new LocalStack(postgres, kafka);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
