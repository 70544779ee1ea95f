package org.pengjiang.kit.calendar;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;

/** Which calendar holds where, after what divisions have published. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class CalendarsOfDivisionsTest {
    private static final LocalDate TYPHOON = LocalDate.of(2026, 9, 24);
    private static final LocalDate MAKE_UP = LocalDate.of(2026, 9, 20);
    private static final Instant PUBLISHED = Instant.parse("2026-09-01T00:00:00Z");
    private static final String SHIPPED = CalendarVersion.national().id();

    @Inject
    WorkCalendar calendar;

    @ConfigProperty(name = "suite.kafka.bootstrap-servers")
    String kafka;

    @BeforeEach
    void nothingPublished() {
        Tables.tamper("DELETE FROM calendar_addition; DELETE FROM parked_event; DELETE FROM inbox");
        calendar.refresh();
    }

    @Test
    void withoutAnyPublicationTheShippedCalendarHoldsEverywhere() {
        assertEquals(SHIPPED, calendar.current().id());
        assertEquals(SHIPPED, of("440703101").id());
        assertTrue(of("440703").isWorkday(LocalDate.of(2030, 1, 2)), "it answers beyond the published years");
    }

    @Test
    void whatADivisionPublishesHoldsThereAndBelowAndNowhereElse() {
        // When
        publish("440703", 1, "local 2026-09-24 closed=演示文号〔2026〕1号");

        // Then
        assertFalse(of("440703").isWorkday(TYPHOON));
        assertFalse(of("440703101").isWorkday(TYPHOON));
        assertEquals(SHIPPED + "+440703.1", of("440703101").id());
        assertTrue(of("440704").isWorkday(TYPHOON));
        assertTrue(of("4407").isWorkday(TYPHOON));
        assertTrue(calendar.current().isWorkday(TYPHOON));
    }

    @Test
    void theWiderDivisionComesFirstAndTheNarrowerOnTop() {
        // Given
        publish("4407", 1, "hours 2026-11-02=09:00-12:00,14:00-18:00");
        publish("440703", 1, "local 2026-09-24 08:30-12:00=演示文号〔2026〕1号");

        // When
        publish("440703", 2, "local 2026-09-24 closed=演示文号〔2026〕2号\nhours 2026-12-01=08:00-12:00");

        // Then
        assertEquals(SHIPPED + "+4407.1+440703.2", of("440703").id());
        assertEquals("[09:00-12:00, 14:00-18:00]", intervals("440703", LocalDate.of(2026, 11, 2)));
        assertEquals("[08:00-12:00]", intervals("440703", LocalDate.of(2026, 12, 1)));
        assertEquals("[09:00-12:00, 14:00-18:00]", intervals("440704", LocalDate.of(2026, 12, 1)));
        assertFalse(of("440703").isWorkday(TYPHOON));
    }

    @Test
    void aCalendarOfThePastIsPutTogetherFromItsName() {
        // Given
        publish("440703", 1, "local 2026-09-24 closed=演示文号〔2026〕1号");
        publish("440703", 2, "");

        // When
        CalendarVersion past = calendar.version(SHIPPED + "+440703.1").orElseThrow();

        // Then
        assertFalse(past.isWorkday(TYPHOON));
        assertTrue(of("440703").isWorkday(TYPHOON));
        assertTrue(calendar.version("another release+440703.1").isEmpty());
        assertTrue(calendar.version(SHIPPED + "+440703.9").isEmpty());
        assertTrue(calendar.version(SHIPPED + "+x").isEmpty());
    }

    @Test
    void theStepsFromOneCalendarToAnotherAreKnownWithTheirMoments() {
        // Given
        publish("440703", 1, "local 2026-09-24 closed=演示文号〔2026〕1号");
        publish("440704", 2, "local 2026-09-24 closed=演示文号〔2026〕2号");
        publish("4407", 3, "local 2026-09-22 closed=演示文号〔2026〕3号");

        // When
        List<CalendarStep> steps = calendar.stepsSince(DivisionCode.parse("440703101"), SHIPPED);

        // Then
        assertEquals(
                List.of(SHIPPED + "+440703.1", SHIPPED + "+4407.3+440703.1"),
                steps.stream().map(step -> step.calendar().id()).toList());
        assertEquals(Optional.of(PUBLISHED.plusSeconds(3)), steps.get(1).at());
        assertEquals(
                1,
                calendar.stepsSince(DivisionCode.parse("440703101"), SHIPPED + "+440703.1")
                        .size());
        assertEquals(List.of(), calendar.stepsSince(DivisionCode.parse("440703101"), SHIPPED + "+4407.3+440703.1"));
        assertEquals(
                List.of(Optional.empty()),
                calendar.stepsSince(DivisionCode.parse("440703"), "another release").stream()
                        .map(CalendarStep::at)
                        .toList());
    }

    @Test
    void whatIsRolledBackWasNeverPublished() {
        // When
        QuarkusTransaction.begin();
        calendar.publish(publication("440703", 1, "local 2026-09-24 closed=演示文号〔2026〕1号"));
        QuarkusTransaction.rollback();

        // Then
        assertTrue(of("440703").isWorkday(TYPHOON));
    }

    @Test
    void aContradictionWithTheCalendarAboveLeavesTheNarrowerOut() {
        // Given
        publish("440703", 1, "2027 source=演示文号〔2026〕3号\n2027 weekdayOff=2026-12-26\n2027 weekendWork=");

        // When
        publish("44", 1, "2026 source=演示文号〔2026〕4号\n2026 weekdayOff=01-01\n2026 weekendWork=12-26");

        // Then
        assertEquals(SHIPPED + "+44.1", of("440703").id());
    }

    @Test
    void eventsAreFollowedWhateverTheirOrder() {
        // Given
        UUID subject = UUID.randomUUID();
        send(subject, 2, "440703", "local 2026-09-24 closed=演示文号〔2026〕2号");

        // When
        send(subject, 1, "440703", "local 2026-09-20 closed=演示文号〔2026〕1号");

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> number("SELECT count(*) FROM calendar_addition") == 2);
        await().atMost(Duration.ofSeconds(30)).until(() -> !of("440703").isWorkday(TYPHOON));
        assertTrue(of("440703").isWorkday(MAKE_UP));
        assertEquals(SHIPPED + "+440703.2", of("440703").id());
    }

    @Test
    void dataThatCannotBeReadIsParked() {
        // When
        send(UUID.randomUUID(), 1, "440705", "local 2026-09-24 off no such form");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> number("SELECT count(*) FROM parked_event WHERE consumer = 'kit.calendars'") == 1);
        assertEquals(0, number("SELECT count(*) FROM calendar_addition"));
    }

    @Test
    void anotherReplicasPublicationIsSeenWithinSeconds() {
        // When
        Tables.tamper("INSERT INTO calendar_addition (division, revision, calendar_version, data, published_at)"
                + " VALUES ('440703', 7, 'v', 'local 2026-09-24 closed=x', now())");

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> !of("440703").isWorkday(TYPHOON));
    }

    private void publish(String division, long revision, String data) {
        QuarkusTransaction.requiringNew().run(() -> calendar.publish(publication(division, revision, data)));
    }

    private static CalendarPublication publication(String division, long revision, String data) {
        return new CalendarPublication(
                DivisionCode.parse(division),
                revision,
                "v" + revision,
                CalendarAdditions.parse(data),
                null,
                PUBLISHED.plusSeconds(revision));
    }

    private CalendarVersion of(String division) {
        return calendar.of(DivisionCode.parse(division));
    }

    private String intervals(String division, LocalDate day) {
        return of(division).workingIntervals(day).toString();
    }

    private void send(UUID subject, long revision, String division, String data) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("divisionCode", division);
            body.put("revision", revision);
            body.put("calendarVersion", "v" + revision);
            body.put("data", data);
            ProducerRecord<String, String> message = new ProducerRecord<>(
                    "calendar.events", subject.toString(), new ObjectMapper().writeValueAsString(body));
            Map<String, String> headers = Map.ofEntries(
                    Map.entry("ce_specversion", "1.0"),
                    Map.entry("ce_id", UUID.randomUUID().toString()),
                    Map.entry("ce_type", "calendar.version-published.v1"),
                    Map.entry("ce_source", "/appeal-service"),
                    Map.entry("ce_time", "2026-09-01T00:00:00Z"),
                    Map.entry("ce_subject", subject.toString()),
                    Map.entry("ce_subjectversion", Long.toString(revision)),
                    Map.entry("ce_sequence", Long.toString(revision)),
                    Map.entry("ce_division", division),
                    Map.entry("content-type", "application/json"));
            headers.forEach((key, value) -> message.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
