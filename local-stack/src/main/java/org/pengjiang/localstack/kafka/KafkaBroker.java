package org.pengjiang.localstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.Child;
import org.pengjiang.localstack.process.ChildSpec;
import org.pengjiang.localstack.process.JavaCommand;
import org.pengjiang.localstack.process.Ports;
import org.pengjiang.localstack.process.Spawner;
import org.pengjiang.localstack.process.TidyUp;

/**
 * A real Kafka broker, its own controller, in a child JVM. It can be stopped, frozen, killed and started again: port and
 * data stay the same until {@link #close()}.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final KafkaOptions options;
    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final TidyUp tidyUp;
    private Child child;

    private KafkaBroker(KafkaOptions options) {
        this.options = options;
        this.folder =
                options.folder() == null ? Folders.temporary("pengjiang-kafka-") : Folders.create(options.folder());
        this.port = options.port() == 0 ? Ports.free() : options.port();
        this.controllerPort = options.controllerPort() == 0 ? Ports.free() : options.controllerPort();
        this.child = firstLaunch();
        this.tidyUp = TidyUp.atExit(options.folder() == null, this::close);
    }

    public static KafkaBroker start(KafkaOptions options) {
        KafkaBroker broker = begin(options);
        broker.awaitReady();
        return broker;
    }

    /** Starts the broker without waiting, so that other servers can start meanwhile; {@link #awaitReady()} follows. */
    public static KafkaBroker begin(KafkaOptions options) {
        return new KafkaBroker(options);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve("kafka.log");
    }

    public Child process() {
        return child;
    }

    public void freeze() {
        child.freeze();
    }

    public void thaw() {
        child.thaw();
    }

    public void kill() {
        child.kill();
    }

    public void stop() {
        child.stop(STOP);
    }

    /** Starts the broker again after {@link #stop()} or {@link #kill()}, on the same port with the same data. */
    public void restart() {
        if (child.isAlive()) {
            stop();
        }
        child = launch();
        awaitReady();
    }

    @Override
    public void close() {
        tidyUp.cancel();
        stop();
        forgetTemporaryFolder();
    }

    public void awaitReady() {
        try {
            awaitPort();
            Topics.ensure(bootstrapServers(), options.topics(), options.partitions());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void awaitPort() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!Ports.answers(port)) {
            if (!child.isAlive()) {
                throw child.death();
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure("Kafka does not answer on port " + port + " after " + START.toSeconds()
                        + " s; see " + log() + ".");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while waiting for Kafka.", e);
            }
        }
    }

    private Child firstLaunch() {
        try {
            writeConfiguration();
            return launch();
        } catch (RuntimeException e) {
            forgetTemporaryFolder();
            throw e;
        }
    }

    private void forgetTemporaryFolder() {
        if (options.folder() == null) {
            Folders.delete(folder);
        }
    }

    private Child launch() {
        Ports.requireFree(port, "Kafka");
        Ports.requireFree(controllerPort, "Kafka's controller");
        List<String> flags = new ArrayList<>(List.of("-Xms64m", "-Xmx384m", "-Djava.awt.headless=true"));
        flags.addAll(options.jvmFlags());
        List<String> command = JavaCommand.of(
                flags, KafkaMain.class.getName(), List.of(configuration().toString()));
        return Spawner.spawn(ChildSpec.of("Kafka", command, folder, log())
                .withEnvironment(Map.of("CLASSPATH", JavaCommand.ownClassPath())));
    }

    private Path configuration() {
        return folder.resolve("server.properties");
    }

    private void writeConfiguration() {
        String text = """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%4$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                num.partitions=1
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                offsets.retention.minutes=5256000
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0
                controlled.shutdown.enable=false
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(
                        port,
                        controllerPort,
                        folder.resolve("data"),
                        options.advertisedPort() == 0 ? port : options.advertisedPort());
        try {
            Files.writeString(configuration(), text);
        } catch (IOException e) {
            throw new StackFailure(
                    "The folder " + folder + " cannot be written; free some space or mend its rights.", e);
        }
    }
}
