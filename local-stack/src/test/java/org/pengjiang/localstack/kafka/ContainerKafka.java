package org.pengjiang.localstack.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pengjiang.localstack.process.JavaCommand;
import org.pengjiang.localstack.process.Ports;

/** A real broker that {@code docker/kafka/start.sh} starts, on this machine instead of in a container. */
final class ContainerKafka implements AutoCloseable {
    private static final Map<String, String> TOOLS = Map.of(
            "kafka-storage", "kafka.tools.StorageTool",
            "kafka-server-start", "kafka.Kafka");

    private final Path folder;
    private final int port = Ports.free();
    private final Process broker;

    ContainerKafka(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        layTools();
        this.broker = run(
                "start.sh",
                List.of(
                        "bash",
                        Path.of("../docker/kafka/start.sh").toAbsolutePath().toString()));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!Ports.answers(port)) {
            if (!broker.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(said("start.sh"));
            }
            Thread.sleep(50);
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** @return what the container kafka-rights printed; everything it made it may make again */
    String giveRights() throws IOException, InterruptedException {
        Process rights = run("rights", JavaCommand.of(List.of("-Xmx128m"), KafkaRightsMain.class.getName(), List.of()));
        if (!rights.waitFor(180, TimeUnit.SECONDS) || rights.exitValue() != 0) {
            rights.destroyForcibly();
            throw new IllegalStateException(said("rights"));
        }
        return said("rights");
    }

    /** What a service is told in docker-compose.yml. */
    Map<String, Object> login(String account, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + account
                        + "\" password=\"" + password + "\";");
    }

    static String passwordOf(String account) {
        return "secret-of_" + account;
    }

    private Process run(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_HOME", folder.toString(),
                "KAFKA_DATA", folder.resolve("data").toString(),
                "KAFKA_HOST", "127.0.0.1",
                "KAFKA_BIND", "127.0.0.1",
                "KAFKA_PORT", Integer.toString(port),
                "KAFKA_CONTROLLER_PORT", Integer.toString(Ports.free()),
                "KAFKA_SERVER", bootstrapServers(),
                "TMPDIR", folder.toString(),
                "CLASSPATH", JavaCommand.ownClassPath(),
                "KAFKA_ADMIN_PASSWORD", passwordOf("admin")));
        environment.put("PROJECT_KAFKA_PASSWORD", passwordOf("project"));
        environment.put("TEAM_KAFKA_PASSWORD", passwordOf("team"));
        environment.put("APPEAL_KAFKA_PASSWORD", passwordOf("appeal"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void layTools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (Map.Entry<String, String> tool : TOOLS.entrySet()) {
            Path script = bin.resolve(tool.getKey() + ".sh");
            Files.writeString(
                    script,
                    "#!/bin/sh\nexec " + java + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m " + tool.getValue()
                            + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private String said(String script) throws IOException {
        return Files.readString(folder.resolve(script + ".log"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        broker.destroyForcibly();
        broker.onExit().join();
    }
}
