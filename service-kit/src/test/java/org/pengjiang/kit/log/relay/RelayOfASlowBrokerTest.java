package org.pengjiang.kit.log.relay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.log.LogDatabase;
import org.pengjiang.kit.log.LogWriter;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.process.Ports;

/** The database ends the relay's session after a second of silence; here the broker takes longer for everything. */
class RelayOfASlowBrokerTest {
    private static final int CHANGES = 500;
    private static final String UNSENT = """
            SELECT count(*) FROM event_log e, log_cursor c
             WHERE c.name = 'kafka' AND (e.pos, e.seq) > (c.pos, c.seq)""";
    private static final String PUBLISHED = "SELECT count(*) FROM event_log WHERE published_version IS NOT NULL";

    private static DelayingProxy proxy;
    private static LocalStack stack;
    private static LogDatabase log;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<UUID> things = new ArrayList<>();
    private SupervisedLoop relay;

    @BeforeAll
    static void start() throws SQLException, IOException {
        proxy = new DelayingProxy();
        KafkaOptions kafka = KafkaOptions.forTests("kit.events").advertising(proxy.port());
        int port = Ports.free();
        proxy.to(port);
        stack = LocalStack.start(new StackOptions(PostgresOptions.forTests("kit"), kafka.onPort(port)));
        log = LogDatabase.migrated(stack.postgres());
    }

    @AfterAll
    static void stop() throws IOException {
        stack.close();
        proxy.close();
    }

    @BeforeEach
    void writeABacklog() throws Exception {
        for (int i = 0; i < 50; i++) {
            things.add(log.newThing());
        }
        new LogWriter(log, things, Long.getLong("test.seed", 1), 0).write(CHANGES);
    }

    @AfterEach
    void end() throws InterruptedException {
        relay.stop();
        relay.join(Duration.ofSeconds(5));
        proxy.delayAnswersBy(Duration.ZERO);
        proxy.delayConnectionsBy(Duration.ZERO);
    }

    @Test
    void acknowledgementsThatTrickleInLetItGetOn() throws Exception {
        // Given: more answers than the silence has room for
        proxy.delayAnswersBy(Duration.ofMillis(150));

        // When
        relays(RelayTesting.Config.USUAL.withBatch(1_000));

        // Then
        everyRowWasSentABoundedNumberOfTimes();
    }

    @Test
    void aFirstConnectionThatTakesLongerThanTheSilenceLetsItGetOn() throws Exception {
        // Given
        proxy.delayConnectionsBy(Duration.ofMillis(2_500));

        // When
        relays(RelayTesting.Config.USUAL);

        // Then
        everyRowWasSentABoundedNumberOfTimes();
    }

    private void relays(RelayConfig config) {
        relay = RelayProcess.loop(RelayTesting.database(log), proxy.address(), config, meters);
        relay.start();
    }

    private void everyRowWasSentABoundedNumberOfTimes() throws SQLException {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> log.number(UNSENT) == 0);
        long published = log.number(PUBLISHED);
        long onTheTopic = onTheTopic();
        System.out.printf("slow broker: %d published rows, %d records%n", published, onTheTopic);
        assertTrue(published > 500, "too little to prove anything: " + published);
        double restarts = meters.find("suite.relay.restarts").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
        // a busy machine may let the relay wait for its turn longer than the silence lasts, once or twice
        assertTrue(restarts <= 2, restarts + " restarts");
        assertTrue(onTheTopic >= published && onTheTopic <= published * (1 + restarts), onTheTopic + " records");
    }

    private static long onTheTopic() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("kit.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
