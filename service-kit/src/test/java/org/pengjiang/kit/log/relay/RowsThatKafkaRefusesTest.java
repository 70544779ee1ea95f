package org.pengjiang.kit.log.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.kafka.MessageSize;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.kit.log.LogWriter;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.postgres.PostgresOptions;

class RowsThatKafkaRefusesTest {
    private static final String UNSENT = """
            SELECT count(*) FROM event_log e, log_cursor c
             WHERE c.name = 'kafka' AND (e.pos, e.seq) > (c.pos, c.seq)""";
    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, "kit.events");

    private static LocalStack stack;
    private static LogDatabase log;
    private SupervisedLoop relay;

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
        if (relay != null) {
            relay.stop();
            relay.join(Duration.ofSeconds(5));
        }
    }

    @Test
    void oneThatTheBrokerRefusesWaitsWithItsSubjectAndTheOthersFlowUntilItIsSentAgainInOrder() throws Exception {
        // Given: an administrator has given the topic less room than the service was told
        topicTakes(20_000);
        UUID stuck = log.newThing();
        UUID other = log.newThing();
        LogWriter writer = new LogWriter(log, List.of(), 1, 0);
        writer.append(stuck, "{\"by\":1}");
        writer.append(stuck, "{\"by\":2,\"text\":\"" + "大".repeat(10_000) + "\"}");
        writer.append(stuck, "{\"by\":3}");
        writer.append(other, "{\"by\":4}");

        // When
        relays(RelayTesting.Config.USUAL);

        // Then
        await(() -> log.number(UNSENT) == 0);
        writer.append(stuck, "{\"by\":5}");
        writer.append(other, "{\"by\":6}");
        await(() -> log.number(UNSENT) == 0);
        assertEquals(List.of("1", "2"), sequencesOf(other));
        assertEquals(3, log.number("SELECT count(*) FROM refused_event WHERE subject = '" + stuck + "'"));

        // and when there is room again and somebody asks for it, all come in order and later ones flow
        topicTakes(MessageSize.LARGEST_MESSAGE);
        ask("reason <> 'PREDECESSOR_REFUSED' AND subject = '" + stuck + "'");
        await(() -> log.number("SELECT count(*) FROM refused_event") == 0);
        writer.append(stuck, "{\"by\":7}");
        await(() -> sequencesOf(stuck).contains("5"));
        List<String> withoutDoubles = sequencesOf(stuck).stream().distinct().toList();
        assertTrue(
                withoutDoubles.containsAll(List.of("1", "2", "3", "4", "5"))
                        && sequencesOf(stuck).lastIndexOf("2")
                                < sequencesOf(stuck).lastIndexOf("3"),
                () -> withoutDoubles.toString());
    }

    @Test
    void oneThatTheProducerRefusesIsNotOvertakenByTheNextOfItsSubject() throws Exception {
        // Given: written by a release that counted characters
        UUID stuck = log.newThing();
        UUID other = log.newThing();
        LogWriter writer = new LogWriter(log, List.of(), 1, 0);
        writer.append(stuck, "{\"text\":\"" + "大".repeat(400_000) + "\"}");
        writer.append(stuck, "{\"by\":2}");
        writer.append(other, "{\"by\":3}");

        // When
        relays(RelayTesting.Config.USUAL);

        // Then
        await(() -> log.number(UNSENT) == 0);
        assertEquals(List.of("1"), sequencesOf(other));
        assertEquals(List.of(), sequencesOf(stuck));
        assertEquals(
                List.of("RecordTooLargeException", "PREDECESSOR_REFUSED"),
                log.texts("SELECT reason FROM refused_event WHERE subject = '" + stuck + "' ORDER BY pos, seq"));

        // and asking again changes nothing while the cause is there
        ask("subject = '" + stuck + "'");
        await(() -> log.number("SELECT count(*) FROM refused_event WHERE replay_at IS NOT NULL") == 0);
        assertEquals(List.of(), sequencesOf(stuck));
        assertEquals(2, log.number("SELECT count(*) FROM refused_event WHERE subject = '" + stuck + "'"));

        // and when somebody gives it up, it comes without its data, and those behind it come as they are
        giveUp("reason = 'RecordTooLargeException' AND subject = '" + stuck + "'");
        await(() -> log.number("SELECT count(*) FROM refused_event") == 0);
        writer.append(stuck, "{\"by\":4}");
        await(() -> sequencesOf(stuck).equals(List.of("1", "2", "3")));
        assertEquals(List.of("", "{\"by\":2}", "{\"by\":4}"), dataOf(stuck));
    }

    @Test
    void aBatchIsBoundedByItsBytesAndEachRowIsReadOnce() throws Exception {
        // Given
        UUID thing = log.newThing();
        LogWriter writer = new LogWriter(log, List.of(), 1, 0);
        for (int i = 0; i < 10; i++) {
            writer.append(thing, "{\"text\":\"" + "x".repeat(50_000) + "\"}");
        }
        Position start = new Position(
                log.number("SELECT pos FROM event_log WHERE subject = '" + thing + "' ORDER BY pos, seq LIMIT 1"), 0);

        // When
        List<Integer> sizes = new ArrayList<>();
        try (RelaySession session = RelaySession.open(RelayTesting.database(log), Duration.ofSeconds(10))) {
            Position cursor = start;
            List<OutgoingEvent> batch = session.readAfter(cursor, 1_000, 120_000);
            while (!batch.isEmpty()) {
                sizes.add(batch.size());
                cursor = batch.getLast().position();
                batch = session.readAfter(cursor, 1_000, 120_000);
            }
        }

        // Then
        assertEquals(List.of(3, 3, 3, 1), sizes);
    }

    @Test
    void theTopicTakesWhatTheProducerSends() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            topicTakes(MessageSize.LARGEST_MESSAGE);
            String limit = admin.describeConfigs(List.of(TOPIC))
                    .all()
                    .get()
                    .get(TOPIC)
                    .get("max.message.bytes")
                    .value();
            assertEquals(Integer.toString(MessageSize.LARGEST_MESSAGE), limit);
        }
    }

    private void relays(RelayConfig config) {
        relay = RelayProcess.loop(
                RelayTesting.database(log), stack.kafka().bootstrapServers(), config, new SimpleMeterRegistry());
        relay.start();
    }

    /** As docs/operations.md says. */
    private static void ask(String which) throws SQLException {
        log.execute("UPDATE refused_event SET replay_at = clock_timestamp() WHERE " + which);
    }

    /** Likewise. */
    private static void giveUp(String which) throws SQLException {
        log.execute("UPDATE refused_event SET given_up_at = clock_timestamp() WHERE " + which);
    }

    private static void topicTakes(int bytes) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            TOPIC,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static List<String> sequencesOf(UUID subject) {
        return messagesOf(subject).stream()
                .map(message ->
                        new String(message.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> dataOf(UUID subject) {
        return messagesOf(subject).stream().map(ConsumerRecord::value).toList();
    }

    private static List<ConsumerRecord<String, String>> messagesOf(UUID subject) {
        List<ConsumerRecord<String, String>> messages = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("kit.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.key().equals(subject.toString())) {
                        messages.add(message);
                    }
                }
            }
        }
        return messages;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
