package org.pengjiang.localstack.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaBrokerTest {

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(KafkaOptions.forTests());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void carriesTheSuitesTopicsWithTwelvePartitionsForEver() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // Given
            Set<String> names = Set.of("project.events", "team.events", "appeal.events");

            // When
            var described = admin.describeTopics(names).allTopicNames().get();

            // Then
            described
                    .values()
                    .forEach(topic -> assertEquals(12, topic.partitions().size()));
            for (String name : names) {
                ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
                var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
                assertEquals("-1", config.get("retention.ms").value());
            }
            assertEquals(names, admin.listTopics().names().get());
        }
    }

    @Test
    void aKilledBrokerKeepsItsRecordsAndItsAddress() throws Exception {
        // Given
        String address = broker.bootstrapServers();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("project.events", 3, "key", "kept"))
                    .get();
        }

        // When
        broker.kill();
        boolean aliveAfterKill = broker.process().isAlive();
        broker.restart();

        // Then
        assertFalse(aliveAfterKill);
        assertEquals(address, broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("project.events", 3);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(10));
            assertEquals("kept", records.iterator().next().value());
        }
    }
}
