package org.pengjiang.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.kit.things.CountsThings;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.UseThings;

@QuarkusTest
@QuarkusTestResource(KitStack.class)
class TakingEventsInTest {
    private static final ParkedEventScope DISTRICT = new ParkedEventScope(false, UseThings.DISTRICT.value());
    private static final String COUNTED = "kit.thing-counted.v1";

    @Inject
    UseThings use;

    @Inject
    CountsThings consumer;

    @Inject
    ReplayParkedEvents replay;

    @Inject
    InboxConfig config;

    @Inject
    MessageReader reader;

    @Inject
    EventHandler handler;

    @Inject
    InboxMetrics metrics;

    @Inject
    EventTracing tracing;

    @ConfigProperty(name = "suite.kafka.bootstrap-servers")
    String kafka;

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
    void aPoisonMessageIsParkedWithItsFollowersWhileOthersFlowAndAReplayBringsThemBackInOrder() {
        // Given
        UUID poisoned = use.make(UseThings.DISTRICT, "poisoned");
        UUID other = use.make(UseThings.DISTRICT, "other");
        consumer.breakOn(13);

        // When
        use.count(poisoned, 1);
        use.count(poisoned, 13);
        use.count(poisoned, 2);
        use.count(other, 5);
        use.count(poisoned, 3);
        use.count(other, 6);

        // Then
        await(() -> total(other) == 11);
        await(() -> parked(poisoned) == 3);
        assertEquals(1, total(poisoned));
        assertEquals(List.of("HANDLER_FAILED", "PREDECESSOR_PARKED", "PREDECESSOR_PARKED"), reasons(poisoned));

        // and a replay that fails again changes nothing
        UUID any =
                UUID.fromString(texts("SELECT id FROM parked_event WHERE subject = ? ORDER BY sequence DESC", poisoned)
                        .getFirst());
        assertEquals(new ReplayParkedEvents.Replayed(0, 3, Reason.HANDLER_FAILED), replay.replay(DISTRICT, any));
        assertEquals(1, total(poisoned));

        // and once mended, all come back in order and later ones flow
        consumer.mend();
        assertEquals(new ReplayParkedEvents.Replayed(3, 0, null), replay.replay(DISTRICT, any));
        assertEquals(
                "1 13 2 3 ",
                texts("SELECT trace FROM thing_seen WHERE subject = ?", poisoned)
                        .getFirst());
        use.count(poisoned, 4);
        await(() -> total(poisoned) == 23);
    }

    @Test
    void whatTheDatabaseRefusesIsParkedByItsNamesAndWithoutTheRow() {
        // Given
        UUID subject = Ids.next();
        Tables.tamper("ALTER TABLE thing_seen ADD CONSTRAINT thing_seen_unlucky CHECK (total <> 130013)");

        // When
        try {
            send(subject, Ids.next(), COUNTED, 1, 130013);
            await(() -> parked(subject) == 1);
        } finally {
            Tables.tamper("ALTER TABLE thing_seen DROP CONSTRAINT thing_seen_unlucky");
        }

        // Then
        String failure = texts("SELECT failure FROM parked_event WHERE subject = ?", subject)
                .getFirst();
        assertTrue(failure.contains("SQLState 23514, table thing_seen, constraint thing_seen_unlucky"), failure);
        assertTrue(!failure.contains("130013"), failure);
    }

    @Test
    void whatComesTwiceIsAppliedOnce() {
        // Given
        UUID subject = Ids.next();
        UUID event = Ids.next();
        send(subject, event, COUNTED, 1, 5);
        await(() -> total(subject) == 5);

        // When
        send(subject, event, COUNTED, 1, 5);
        send(subject, event, COUNTED, 1, 5);
        send(subject, Ids.next(), COUNTED, 2, 7);

        // Then
        await(() -> total(subject) == 12);
        assertEquals(0, parked(subject));
    }

    @Test
    void anUnknownVersionAndAnUnknownTypeAreParkedWithTheirFollowersAndAListedTypeIsPassedOver() {
        // Given
        UUID newer = Ids.next();
        UUID foreign = Ids.next();
        UUID listed = Ids.next();

        // When
        send(newer, Ids.next(), "kit.thing-counted.v2", 1, 5);
        send(newer, Ids.next(), COUNTED, 2, 6);
        send(foreign, Ids.next(), "kit.something-else.v1", 1, 5);
        send(foreign, Ids.next(), COUNTED, 2, 6);
        send(listed, Ids.next(), "kit.thing-made.v1", 1, 5);
        send(listed, Ids.next(), COUNTED, 2, 6);

        // Then
        await(() -> parked(newer) == 2 && parked(foreign) == 2);
        await(() -> total(listed) == 6);
        assertEquals(List.of("VERSION_UNKNOWN", "PREDECESSOR_PARKED"), reasons(newer));
        assertEquals(List.of("VERSION_UNKNOWN", "PREDECESSOR_PARKED"), reasons(foreign));
        assertEquals(0, total(newer) + total(foreign));

        // and a replay does not pass over what is still unknown
        UUID any = UUID.fromString(
                texts("SELECT id FROM parked_event WHERE subject = ?", foreign).getFirst());
        assertEquals(new ReplayParkedEvents.Replayed(0, 2, Reason.VERSION_UNKNOWN), replay.replay(DISTRICT, any));
    }

    @Test
    void anEventWhosePredecessorWasNeverSeenIsParkedAndComesBackAfterIt() {
        // Given
        UUID subject = Ids.next();
        send(subject, Ids.next(), COUNTED, 1, 1);

        // When
        send(subject, Ids.next(), COUNTED, 3, 3);
        await(() -> parked(subject) == 1);
        send(subject, Ids.next(), COUNTED, 2, 2);
        await(() -> parked(subject) == 2);

        // Then
        assertEquals(List.of("PREDECESSOR_PARKED", "PREDECESSOR_MISSING"), reasons(subject));
        UUID any = UUID.fromString(
                texts("SELECT id FROM parked_event WHERE subject = ?", subject).getFirst());
        assertEquals(new ReplayParkedEvents.Replayed(2, 0, null), replay.replay(DISTRICT, any));
        assertEquals(
                "1 2 3 ",
                texts("SELECT trace FROM thing_seen WHERE subject = ?", subject).getFirst());
    }

    @Test
    void whatCannotBeReadIsParkedAndStopsNobodyElse() {
        // Given
        UUID subject = Ids.next();
        UUID other = Ids.next();

        // When
        producer.send(new ProducerRecord<>("kit.events", subject.toString(), "this is no JSON"));
        producer.send(new ProducerRecord<>("kit.events", null, null));
        send(subject, Ids.next(), COUNTED, 1, 1);
        send(other, Ids.next(), COUNTED, 1, 9);

        // Then
        await(() -> total(other) == 9);
        await(() -> parked(subject) == 2);
        assertEquals(List.of("PREDECESSOR_PARKED", "MALFORMED"), reasons(subject));
    }

    @Test
    void whatIsRebuiltFromTheFirstEventEqualsWhatStands() throws Exception {
        // Given
        UUID[] things = new UUID[5];
        for (int i = 0; i < things.length; i++) {
            things[i] = use.make(DivisionCode.parse("44070310" + i), "thing " + i);
        }
        for (int i = 0; i < 100; i++) {
            use.count(things[i % things.length], i);
        }
        UUID last = things[4];
        await(() -> total(last) == number("SELECT counted FROM thing WHERE id = ?", last));
        for (UUID thing : things) {
            await(() -> total(thing) == number("SELECT counted FROM thing WHERE id = ?", thing));
        }

        // When
        Rebuild rebuild = new Rebuild();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                kafka,
                "group.id",
                rebuild.name(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class));
        SupervisedLoop loop = new SupervisedLoop(
                "rebuild",
                new ConsumerLoop(rebuild, config, settings, reader, handler, metrics, tracing),
                new SimpleMeterRegistry());
        loop.start();

        // Then
        try {
            for (String line : texts("SELECT subject || ' ' || total FROM thing_seen")) {
                UUID subject = UUID.fromString(line.split(" ")[0]);
                if (parked(subject) == 0 && number("SELECT count(*) FROM thing WHERE id = ?", subject) == 1) {
                    await(() -> rebuild.totals.getOrDefault(subject, 0L) == total(subject));
                }
            }
        } finally {
            loop.stop();
            loop.join(Duration.ofSeconds(5));
        }
        assertTrue(rebuild.totals.size() >= things.length);
    }

    /** The same effect under another name: a service that starts anew. */
    private static final class Rebuild implements EventConsumer {
        private final Map<UUID, Long> totals = new ConcurrentHashMap<>();
        private final String name = "kit.rebuild." + Ids.next();

        @Override
        public String name() {
            return name;
        }

        @Override
        public String topic() {
            return "kit.events";
        }

        @Override
        public Set<String> applies() {
            return Set.of(COUNTED);
        }

        @Override
        public Set<String> ignores() {
            return Set.of("kit.thing-made.v1");
        }

        @Override
        public boolean needsEveryEvent() {
            return true;
        }

        @Override
        public void apply(ReceivedEvent event) {
            totals.merge(event.subject(), event.data().path("by").asLong(), Long::sum);
        }
    }

    private void send(UUID subject, UUID id, String type, long sequence, long by) {
        ProducerRecord<String, String> message =
                new ProducerRecord<>("kit.events", subject.toString(), "{\"by\":" + by + ",\"total\":0}");
        Map.of(
                        "ce_id", id.toString(),
                        "ce_type", type,
                        "ce_subject", subject.toString(),
                        "ce_subjectversion", Long.toString(sequence),
                        "ce_sequence", Long.toString(sequence),
                        "ce_division", "440703",
                        "ce_time", "2026-01-01T00:00:00Z")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    private static long total(UUID subject) {
        return number("SELECT total FROM thing_seen WHERE subject = ?", subject);
    }

    private static long parked(UUID subject) {
        return number("SELECT count(*) FROM parked_event WHERE consumer = 'kit.counts' AND subject = ?", subject);
    }

    private static List<String> reasons(UUID subject) {
        return Tables.texts(
                "SELECT reason FROM parked_event WHERE consumer = 'kit.counts' AND subject = ? ORDER BY sequence",
                subject);
    }
}
