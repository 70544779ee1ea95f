package org.pengjiang.project.directory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class FollowingTeamsTest {
    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void theNewestVersionOfATeamIsRememberedAndAnOlderOneChangesNothing() {
        // Given
        UUID team = UUID.randomUUID();
        send("team.registered.v1", team, 1, "第一招商队");
        send("team.changed.v1", team, 3, "新名称");

        // When
        send("team.changed.v1", team, 2, "旧名称");
        UUID later = UUID.randomUUID();
        send("team.registered.v1", later, 1, "后来的队");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Log.count("SELECT count(*) FROM inbox WHERE consumer = 'project.known-teams'") >= 4);
        assertEquals(1, Log.count("SELECT count(*) FROM known_team WHERE name = '新名称' AND subject_version = 3"));
        assertEquals(0, Log.count("SELECT count(*) FROM known_team WHERE name = '旧名称'"));
    }

    private static void send(String type, UUID team, long version, String name) {
        String servers = ConfigProvider.getConfig().getValue("suite.kafka.bootstrap-servers", String.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            String data = EventSchemas.example(type).replace("第一招商队", name);
            ProducerRecord<String, String> record = new ProducerRecord<>("team.events", team.toString(), data);
            Map<String, String> headers = Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    UUID.randomUUID().toString(),
                    "ce_type",
                    type,
                    "ce_source",
                    "/team-service",
                    "ce_time",
                    "2026-11-01T00:00:00Z",
                    "ce_subject",
                    team.toString(),
                    "ce_subjectversion",
                    Long.toString(version),
                    "ce_sequence",
                    Long.toString(version),
                    "ce_division",
                    "440703",
                    "content-type",
                    "application/json");
            headers.forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
