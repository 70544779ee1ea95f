package org.pengjiang.kit.log.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.kit.log.LogWriter;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.postgres.PostgresOptions;

class RelayTroubleTest {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 500;
    private static final String UNSENT = """
            SELECT count(*) FROM event_log e, log_cursor c
             WHERE c.name = 'kafka' AND (e.pos, e.seq) > (c.pos, c.seq)""";

    private static LocalStack stack;
    private static LogDatabase log;
    private final List<Process> relays = new ArrayList<>();
    private final List<UUID> things = new ArrayList<>();

    @BeforeAll
    static void start() throws SQLException {
        stack = LocalStack.start(
                new StackOptions(PostgresOptions.forTests("kit"), KafkaOptions.forTests("kit.events")));
        log = LogDatabase.migrated(stack.postgres());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process relay : relays) {
            relay.destroyForcibly().waitFor();
        }
    }

    @Test
    void aRelayKilledInMidBatchLosesNothingAndTheSecondTakesOver() throws Exception {
        // Given
        relayThatHasBegun();
        secondRelayThatWaits();
        try (Writing writing = new Writing(things)) {
            awaitSent(ENOUGH);

            // When
            Process first = active();
            first.destroyForcibly().waitFor();

            // Then
            report("killed", takeoverMillis());
            assertNotEquals(first, active());
            awaitSent(ENOUGH);
        }
        everythingArrivedInOrder();
    }

    @Test
    void aFrozenRelayLosesItsLockAndHarmsNothingWhenItWakes() throws Exception {
        // Given
        relayThatHasBegun();
        secondRelayThatWaits();
        try (Writing writing = new Writing(things)) {
            awaitSent(ENOUGH);

            // When
            Process first = active();
            signal(first, "STOP");
            long millis = takeoverMillis();
            Process second = active();
            signal(first, "CONT");

            // Then
            report("frozen", millis);
            assertNotEquals(first, second);
            awaitSent(ENOUGH);
            assertTrue(first.isAlive(), "it waits for its turn");
        }
        everythingArrivedInOrder();
    }

    @Test
    void aBrokerKilledAndStartedAgainLosesNothing() throws Exception {
        // Given
        relayThatHasBegun();
        try (Writing writing = new Writing(things)) {
            awaitSent(ENOUGH);

            // When
            stack.kafka().kill();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.number(UNSENT) > ENOUGH);
            stack.kafka().restart();

            // Then
            awaitSent(2 * ENOUGH);
        }
        everythingArrivedInOrder();
    }

    /** How long it took is told and not judged: on a busy machine a process waits for its turn. That it took over is. */
    private static void report(String how, long millis) {
        System.out.printf("relay %s: the second moved the cursor after %d ms%n", how, millis);
    }

    /** The one that holds the lock. */
    private Process active() throws SQLException {
        long pid = log.number("""
                SELECT split_part(application_name, ' ', 2)::bigint FROM pg_stat_activity
                 WHERE application_name LIKE 'relay %'
                   AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)""");
        return relays.stream().filter(relay -> relay.pid() == pid).findFirst().orElseThrow();
    }

    private Process relay() throws IOException {
        Process relay = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        log.database().jdbcUrl(),
                        log.database().app().user(),
                        log.database().app().password(),
                        stack.kafka().bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        relays.add(relay);
        return relay;
    }

    private void relayThatHasBegun() throws Exception {
        for (int i = 0; i < 20; i++) {
            things.add(log.newThing());
        }
        relay();
        new LogWriter(log, things, 1, 0).write(20);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> log.number(UNSENT) == 0);
    }

    /** Connected to PostgreSQL, and so to Kafka, which comes first. */
    private void secondRelayThatWaits() throws Exception {
        relay();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        log.number("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'relay %'") == 2);
    }

    /** So many rows have gone out since it was called. */
    private static void awaitSent(int rows) throws SQLException {
        long begin = log.number("SELECT seq FROM log_cursor");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> log.number("SELECT seq FROM log_cursor") - begin >= rows);
    }

    /** Writers that write until it is closed. */
    private static final class Writing implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        private final List<Future<?>> writers = new ArrayList<>();
        private volatile boolean goesOn = true;

        Writing(List<UUID> things) {
            long seed = Long.getLong("test.seed", System.nanoTime());
            System.out.println("relay trouble: seed " + seed);
            for (int i = 0; i < WRITERS; i++) {
                LogWriter writer = new LogWriter(log, things, seed + i, 2);
                writers.add(threads.submit(() -> {
                    writer.writeWhile(() -> goesOn);
                    return null;
                }));
            }
        }

        @Override
        public void close() throws Exception {
            goesOn = false;
            threads.close();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    /** From now until the cursor moves, which only a relay with the lock can do. */
    private static long takeoverMillis() throws Exception {
        long begin = System.nanoTime();
        long seq = log.number("SELECT seq FROM log_cursor");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> log.number("SELECT seq FROM log_cursor") != seq);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private record Arrived(UUID id, long sequence) {}

    /** After dropping what came twice, as every inbox does, each subject's events are complete and in order. */
    private void everythingArrivedInOrder() throws SQLException {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.number(UNSENT) == 0);
        Map<UUID, List<Arrived>> arrived = arrivedOnce();
        long events = 0;
        for (UUID thing : things) {
            long published = log.number("SELECT published_version FROM thing WHERE id = '" + thing + "'");
            List<Long> sequences = arrived.getOrDefault(thing, List.of()).stream()
                    .map(Arrived::sequence)
                    .toList();
            List<Long> wanted = new ArrayList<>();
            for (long sequence = 1; sequence <= published; sequence++) {
                wanted.add(sequence);
            }
            assertEquals(wanted, sequences, "events of " + thing);
            events += published;
        }
        System.out.println("relay trouble: " + events + " events arrived, each once for the inbox, in order");
        assertTrue(events > 500, "too little was written to prove anything: " + events);
    }

    private static Map<UUID, List<Arrived>> arrivedOnce() {
        Map<UUID, List<Arrived>> arrived = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "enable.auto.commit", false);
        int doubled = 0;
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("kit.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    UUID id = UUID.fromString(header(message, "ce_id"));
                    if (seen.add(id)) {
                        arrived.computeIfAbsent(UUID.fromString(message.key()), key -> new ArrayList<>())
                                .add(new Arrived(id, Long.parseLong(header(message, "ce_sequence"))));
                    } else {
                        doubled++;
                    }
                }
            }
        }
        System.out.println("relay trouble: " + doubled + " came twice");
        return arrived;
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
