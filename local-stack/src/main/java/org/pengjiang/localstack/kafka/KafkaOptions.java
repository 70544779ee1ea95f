package org.pengjiang.localstack.kafka;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to start Kafka.
 *
 * @param folder where data and log stay; {@code null} means a temporary folder that goes when the broker stops
 * @param port 0 means a free one
 * @param advertisedPort where the broker tells its clients to come: 0 means its own port; another one is a proxy's
 * @param topics made when missing, with {@code partitions} partitions and unlimited retention; never shrunk or grown
 */
public record KafkaOptions(
        @Nullable Path folder,
        int port,
        int controllerPort,
        int advertisedPort,
        List<String> topics,
        int partitions,
        List<String> jvmFlags) {

    /** The streams of the suite: one per service. */
    public static final List<String> SUITE_TOPICS = List.of("project.events", "team.events", "appeal.events");

    /** For ever: a key keeps its partition only while their number stays. */
    public static final int SUITE_PARTITIONS = 12;

    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    public KafkaOptions {
        topics = List.copyOf(topics);
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** Free ports, temporary data: what tests want. Without names, the topics of the suite are made. */
    public static KafkaOptions forTests(String... topics) {
        return new KafkaOptions(
                null, 0, 0, 0, topics.length == 0 ? SUITE_TOPICS : List.of(topics), SUITE_PARTITIONS, QUICK_START);
    }

    public static KafkaOptions keeping(Path folder, int port, int controllerPort) {
        return new KafkaOptions(folder, port, controllerPort, 0, SUITE_TOPICS, SUITE_PARTITIONS, QUICK_START);
    }

    public KafkaOptions withPartitions(int number) {
        return new KafkaOptions(folder, port, controllerPort, advertisedPort, topics, number, jvmFlags);
    }

    public KafkaOptions onPort(int number) {
        return new KafkaOptions(folder, number, controllerPort, advertisedPort, topics, partitions, jvmFlags);
    }

    public KafkaOptions advertising(int otherPort) {
        return new KafkaOptions(folder, port, controllerPort, otherPort, topics, partitions, jvmFlags);
    }

    public KafkaOptions withJvmFlags(List<String> flags) {
        return new KafkaOptions(folder, port, controllerPort, advertisedPort, topics, partitions, flags);
    }
}
