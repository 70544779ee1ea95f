package org.pengjiang.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deployment that demands SASL of its clients, configured as deployments are. */
class KafkaConnectionTest {
    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required "
            + "username=\"project\" password=\"not-for-logs\";";

    @Test
    void whatTheDeploymentDemandsReachesEveryClient() {
        // Given
        KafkaConnection connection = new KafkaConnection(properties(Map.of(
                "suite.kafka.client.security.protocol", "SASL_SSL",
                "suite.kafka.client.sasl.mechanism", "SCRAM-SHA-512",
                "suite.kafka.client.sasl.jaas.config", LOGIN)));

        // When
        Map<String, Object> client = connection.with(Map.of("acks", "all"));

        // Then
        assertEquals(
                Map.of(
                        "bootstrap.servers", "broker:9092",
                        "acks", "all",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", LOGIN),
                client);
        assertFalse(connection.toString().contains("not-for-logs"), connection::toString);
    }

    @Test
    void environmentVariablesDoAsWell() {
        // Given
        SmallRyeConfig environment = environment(Map.of(
                "SUITE_KAFKA_CLIENT_SASL_MECHANISM", "PLAIN",
                "SUITE_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION", "/etc/pengjiang/truststore.p12",
                // a deployment file that hands a variable through hands an empty one through too
                "SUITE_KAFKA_CLIENT_CLIENT_RACK", ""));

        // When
        Map<String, Object> client = new KafkaConnection(environment).with(Map.of());

        // Then
        assertEquals(
                Map.of(
                        "bootstrap.servers", "broker:9092",
                        "sasl.mechanism", "PLAIN",
                        "ssl.truststore.location", "/etc/pengjiang/truststore.p12"),
                client);
    }

    @Test
    void whatWouldLoseOrDoubleEventsIsRefusedByName() {
        // Given
        Map<String, String> dangerous = Map.of(
                "suite.kafka.client.acks", "0",
                "suite.kafka.client.enable.auto.commit", "true",
                "suite.kafka.client.sasl.mechanism", "PLAIN",
                "suite.kafka.client.misspelt", "x");

        // When
        String byProperty = assertThrows(IllegalStateException.class, () -> new KafkaConnection(properties(dangerous)))
                .getMessage();
        String byVariable = assertThrows(
                        IllegalStateException.class,
                        () -> new KafkaConnection(environment(Map.of("SUITE_KAFKA_CLIENT_ACKS", "0"))))
                .getMessage();

        // Then
        assertAll(
                () -> assertTrue(
                        byProperty.startsWith("suite.kafka.client.acks, suite.kafka.client.enable.auto.commit,"
                                + " suite.kafka.client.misspelt: only security.*"),
                        byProperty),
                () -> assertTrue(byVariable.startsWith("suite.kafka.client.acks: only security.*"), byVariable));
    }

    private static SmallRyeConfig properties(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("suite.kafka.bootstrap-servers", "broker:9092");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .build();
    }

    private static SmallRyeConfig environment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("SUITE_KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(all, 300))
                .build();
    }
}
