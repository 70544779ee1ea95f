package org.pengjiang.project.directory;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.project.testsupport.ProjectStack;

/** What a division publishes about its working days holds here too. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class FollowingCalendarsTest {
    private static final String TYPE = "calendar.version-published.v1";

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void theExampleOfTheContractIsTheCalendarOfItsDivision() {
        // When
        send(EventSchemas.example(TYPE));

        // Then
        Api here = Api.as("promotion-office");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> here.get("/v1/calendars/2026")
                                .<List<?>>path("localDays")
                                .size()
                        == 1);
        here.get("/v1/calendars/2026")
                .then()
                .body("localDays[0].date", equalTo("2026-09-18"))
                .body("localDays[0].documentNumber", equalTo("演示文号〔2026〕1号"))
                .body("calendarVersion", endsWith("+440703.1"));
        Api.as("other-district-clerk").get("/v1/calendars/2026").then().body("localDays", hasSize(0));
    }

    private static void send(String data) {
        String servers = ConfigProvider.getConfig().getValue("suite.kafka.bootstrap-servers", String.class);
        String calendar = UUID.randomUUID().toString();
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>("appeal.events", calendar, data);
            Map<String, String> headers = Map.of(
                    "ce_specversion", "1.0",
                    "ce_id", UUID.randomUUID().toString(),
                    "ce_type", TYPE,
                    "ce_source", "/appeal-service",
                    "ce_time", "2026-09-17T00:00:00Z",
                    "ce_subject", calendar,
                    "ce_subjectversion", "1",
                    "ce_sequence", "1",
                    "ce_division", "440703",
                    "content-type", "application/json");
            headers.forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
