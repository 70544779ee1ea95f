package org.pengjiang.localstack.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * The container {@code kafka-rights} of docker-compose.yml: makes or renews topics, accounts and rights at every start, then
 * ends. One JVM does it; Kafka's own command line tools would need one for each of some fifteen steps.
 */
final class KafkaRightsMain {
    private static final int PATIENCE_MILLIS = 60_000;

    private KafkaRightsMain() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, String> passwords = new HashMap<>();
        for (StreamAccount account : StreamAccount.OF_THE_SUITE) {
            passwords.put(account.name(), required(account.passwordVariable()));
        }
        try (Admin admin = Admin.create(administrator())) {
            Topics.ensure(admin, KafkaOptions.SUITE_TOPICS, KafkaOptions.SUITE_PARTITIONS);
            new KafkaRights(admin).grant(StreamAccount.OF_THE_SUITE, passwords);
        }
        StreamAccount.OF_THE_SUITE.forEach(System.out::println);
    }

    private static Map<String, Object> administrator() {
        return Map.of(
                "bootstrap.servers",
                System.getenv().getOrDefault("KAFKA_SERVER", "kafka:9092"),
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"admin\" password=\""
                        + required("KAFKA_ADMIN_PASSWORD") + "\";");
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            System.err.println(variable + " is not set, see .env.example");
            System.exit(1);
        }
        return Objects.requireNonNull(value);
    }
}
