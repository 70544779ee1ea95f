package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.things.CountsThings;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.UseThings;

/** An event that will never be applied is given up, in the open, and those behind it go on in their order. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class DiscardingEventsTest {
    private static final Caller ADMIN = new Caller("admin", Set.of("ADMIN"), Optional.of(UseThings.DISTRICT), Map.of());
    /** Only whoever runs the platform sees what cannot be read: it names no division. */
    private static final Caller PLATFORM =
            new Caller("platform", Set.of("PLATFORM_ADMIN"), Optional.of(DivisionCode.parse("44")), Map.of());

    private static final String COUNTED = "kit.thing-counted.v1";
    private static final String WHY = "cut off in transport";

    @Inject
    CountsThings consumer;

    @Inject
    DiscardParkedEvent discard;

    @Inject
    ParkedEventList list;

    @Inject
    ReplayParkedEvents replay;

    @ConfigProperty(name = "suite.kafka.bootstrap-servers")
    String kafka;

    private final UUID subject = Ids.next();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void connect() {
        producer =
                new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void mend() {
        consumer.mend();
        producer.close();
    }

    @Test
    void behindADiscardedMalformedEventTheOthersGoOnInOrderAndTheGapIsStated() {
        // Given
        send(1, 1);
        sendCutOff(2L);
        send(3, 3);
        send(4, 4);
        await(() -> parked() == 3);
        UUID malformed = parkedFor("MALFORMED");

        // When
        DiscardParkedEvent.Discarded answer = discard.discard(PLATFORM, malformed, WHY);

        // Then
        assertEquals(new DiscardParkedEvent.Discarded(malformed, true, 2L, 2, 0, null), answer);
        assertEquals("1 3 4 ", trace());
        send(5, 5);
        await(() -> trace().equals("1 3 4 5 "));
        assertEquals(
                List.of("kit.counts|MALFORMED|t|2|" + WHY),
                texts(
                        "SELECT concat_ws('|', consumer, parked_for, leaves_gap, missing_sequence, why)"
                                + " FROM discarded_event WHERE id = ?",
                        malformed));
        assertEquals(
                "{\"by\":2,",
                texts("SELECT convert_from(payload, 'UTF8') FROM discarded_event WHERE id = ?", malformed)
                        .getFirst());
        String logged = texts(
                        "SELECT data FROM event_log WHERE subject = ? AND type = 'inbox.event-discarded.v1'"
                                + " AND audience = 'INTERNAL' AND division = '44'",
                        malformed)
                .getFirst();
        assertEquals(true, logged.contains(WHY) && logged.contains("\"missingSequence\":2"), logged);

        // and a second call changes nothing
        assertEquals(
                new DiscardParkedEvent.Discarded(malformed, true, 2L, 0, 0, null),
                discard.discard(PLATFORM, malformed, "again"));
        assertEquals(1, number("SELECT count(*) FROM event_log WHERE subject = ?", malformed));
    }

    @Test
    void anEventThatCannotSayWhichItWasLeavesRoomForOneMissingNumberAndNoMore() {
        // Given
        send(1, 1);
        sendCutOff(null);
        await(() -> parked() == 1);

        // When
        DiscardParkedEvent.Discarded answer = discard.discard(PLATFORM, parkedFor("MALFORMED"), WHY);
        send(3, 3);
        await(() -> trace().equals("1 3 "));
        send(5, 5);

        // Then
        assertEquals(true, answer.leavesGap());
        assertEquals(null, answer.missingSequence());
        await(() -> parked() == 1);
        assertEquals(
                "PREDECESSOR_MISSING",
                texts("SELECT reason FROM parked_event WHERE subject = ?", subject)
                        .getFirst());
        assertEquals(
                KitProblem.EVENT_WAITS,
                refusal(parkedFor("PREDECESSOR_MISSING")).code());
        send(4, 4);
        await(() -> parked() == 2);
        replay.replay(ParkedEventScope.of(ADMIN), parkedFor("PREDECESSOR_MISSING"));
        assertEquals("1 3 4 5 ", trace());
    }

    @Test
    void whatOnlyWaitsForAnotherIsNotGivenUpAndThePoisonedOneBeforeItIs() {
        // Given
        consumer.breakOn(13);
        UUID poisoned = Ids.next();
        send(1, 1);
        send(poisoned, 2, 13);
        send(3, 3);
        await(() -> parked() == 2);

        // When
        DomainException refusal = refusal(parkedFor("PREDECESSOR_PARKED"));
        DiscardParkedEvent.Discarded answer = discard.discard(ADMIN, parkedFor("HANDLER_FAILED"), WHY);

        // Then
        assertEquals(KitProblem.EVENT_WAITS, refusal.code());
        assertEquals(Set.of("first"), refusal.members().keySet());
        assertEquals(2L, answer.missingSequence());
        assertEquals("1 3 ", trace());

        // and it stays given up when Kafka delivers it again
        consumer.mend();
        send(poisoned, 2, 13);
        send(4, 4);
        await(() -> trace().equals("1 3 4 "));
        assertEquals(0, parked());
    }

    @Test
    void aMalformedEventThatComesAgainIsNotParkedAgain() {
        // Given
        UUID event = Ids.next();
        sendCutOff(event, 1L);
        await(() -> parked() == 1);
        discard.discard(PLATFORM, parkedFor("MALFORMED"), WHY);

        // When
        sendCutOff(event, 1L);
        send(2, 2);

        // Then
        await(() -> trace().equals("2 "));
        assertEquals(0, parked());
    }

    @Test
    void whatNamesNoDivisionIsNoDistrictsToGiveUp() {
        // Given
        sendCutOff(1L);
        await(() -> parked() == 1);
        UUID malformed = parkedFor("MALFORMED");
        Caller ofTheProvince = new Caller("admin-3", Set.of("ADMIN"), Optional.of(DivisionCode.parse("44")), Map.of());

        for (Caller administrator : List.of(ADMIN, ofTheProvince)) {
            // When
            DomainException refusal =
                    assertThrows(DomainException.class, () -> discard.discard(administrator, malformed, WHY));

            // Then
            assertEquals(KitProblem.NOT_FOUND, refusal.code());
            assertEquals(Optional.empty(), list.find(ParkedEventScope.of(administrator), malformed));
        }
        assertEquals(
                malformed,
                list.find(ParkedEventScope.of(PLATFORM), malformed)
                        .orElseThrow()
                        .id());
    }

    @Test
    void whatAnotherDivisionsAdministratorMayNotSeeTheyMayNotGiveUp() {
        // Given
        Caller elsewhere = new Caller("admin-2", Set.of("ADMIN"), Optional.of(DivisionCode.parse("440704")), Map.of());
        consumer.breakOn(13);
        send(1, 13);
        await(() -> parked() == 1);
        UUID parked = parkedFor("HANDLER_FAILED");

        // When
        DomainException refusal = assertThrows(DomainException.class, () -> discard.discard(elsewhere, parked, WHY));

        // Then
        assertEquals(KitProblem.NOT_FOUND, refusal.code());
        assertEquals(1, parked());
    }

    private DomainException refusal(UUID parked) {
        return assertThrows(DomainException.class, () -> discard.discard(ADMIN, parked, WHY));
    }

    private void send(long sequence, long by) {
        send(Ids.next(), sequence, by);
    }

    private void send(UUID event, long sequence, long by) {
        send(event, sequence, "{\"by\":" + by + ",\"total\":0}");
    }

    private void sendCutOff(Long sequence) {
        sendCutOff(Ids.next(), sequence);
    }

    private void sendCutOff(UUID event, Long sequence) {
        send(event, sequence, "{\"by\":" + sequence + ",");
    }

    private void send(UUID event, Long sequence, String data) {
        ProducerRecord<String, String> message = new ProducerRecord<>("kit.events", subject.toString(), data);
        Map.of(
                        "ce_id", event.toString(),
                        "ce_type", COUNTED,
                        "ce_subject", subject.toString(),
                        "ce_subjectversion", String.valueOf(sequence),
                        "ce_sequence", String.valueOf(sequence),
                        "ce_division", "440703",
                        "ce_time", "2026-01-01T00:00:00Z")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    private String trace() {
        List<String> traces = texts("SELECT trace FROM thing_seen WHERE subject = ?", subject);
        return traces.isEmpty() ? "" : traces.getFirst();
    }

    private UUID parkedFor(String reason) {
        return UUID.fromString(
                texts("SELECT id FROM parked_event WHERE subject = ? AND reason = ? ORDER BY id", subject, reason)
                        .getFirst());
    }

    private long parked() {
        return number("SELECT count(*) FROM parked_event WHERE consumer = 'kit.counts' AND subject = ?", subject);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
