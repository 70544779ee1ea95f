package org.pengjiang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.issuer.TokenIssuer;
import org.pengjiang.localstack.postgres.ServiceDatabase;
import org.pengjiang.localstack.process.Child;
import org.pengjiang.localstack.process.ChildSpec;
import org.pengjiang.localstack.process.Ports;
import org.pengjiang.localstack.process.Spawner;

/**
 * One replica of a service as {@code ./suite up} runs it from its second start on, without the start-up cache: all compilers
 * at work, the same heap and collector, limits on callers raised out of the way, and letters written but not sent.
 */
final class ServiceReplica implements AutoCloseable {

    /** The suite's own flags; the worker beside it runs with the same ones. */
    static final List<String> JVM_FLAGS = List.of("-Xmx384m", "-XX:+UseSerialGC");

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String OUT_OF_THE_WAY = "1000000";

    private final String name;
    private final String module;
    private final Path jar;
    private final Path folder;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final Map<String, String> environment;
    private @Nullable Child child;

    /** @param name of its process and its log */
    ServiceReplica(
            Path home,
            Path folder,
            String name,
            String module,
            ServiceDatabase database,
            String kafka,
            TokenIssuer issuer) {
        this.name = name;
        this.module = module;
        this.jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        this.folder = folder;
        this.environment = environment(database, kafka, issuer);
    }

    private Map<String, String> environment(ServiceDatabase database, String kafka, TokenIssuer issuer) {
        Map<String, String> values = new HashMap<>();
        values.put("QUARKUS_PROFILE", "demo");
        values.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        values.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        values.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        values.put("QUARKUS_DATASOURCE_USERNAME", database.app().user());
        values.put("QUARKUS_DATASOURCE_PASSWORD", database.app().password());
        values.put("QUARKUS_FLYWAY_USERNAME", database.owner().user());
        values.put("QUARKUS_FLYWAY_PASSWORD", database.owner().password());
        values.put("SUITE_KAFKA_BOOTSTRAP_SERVERS", kafka);
        values.put("MP_JWT_VERIFY_ISSUER", issuer.url());
        values.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.jwksUrl().toString());
        values.put("MP_JWT_VERIFY_AUDIENCES", "pengjiang-suite");
        values.put("SUITE_CRYPTO_KEYS", "local-1:" + Secrets.in(folder).key("crypto.local-1"));
        values.put("SUITE_CRYPTO_INDEX_KEY", Secrets.in(folder).key("crypto.index"));
        // one busy caller of the bench stands for many
        values.put("SUITE_RATE_PER_SECOND", OUT_OF_THE_WAY);
        values.put("SUITE_RATE_BURST", OUT_OF_THE_WAY);
        // what is sent later is no part of a request
        values.put("SUITE_NOTICES_ENABLED", "false");
        return values;
    }

    void start() {
        if (!Files.exists(jar)) {
            throw new StackFailure(module + " is not built; ./suite bench builds it, a plain build does too.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(extraFlags());
        command.addAll(List.of("-jar", jar.toString()));
        child = Spawner.spawn(ChildSpec.of(name, command, folder, folder.resolve(name + ".log"))
                .withEnvironment(environment));
        awaitReady();
    }

    /** For a recording or another heap; empty in a run whose figures are kept. */
    private static List<String> extraFlags() {
        String flags = System.getenv().getOrDefault("BENCH_SERVICE_FLAGS", "").strip();
        return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+"));
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START.toNanos();
        while (!answersOk(http, ready)) {
            if (!process().isAlive()) {
                throw process().death();
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(name + " is not ready after " + START.toSeconds() + " s; its last words:\n"
                        + process().lastWords());
            }
            Pause.millis(50);
        }
    }

    private boolean answersOk(HttpClient http, HttpRequest ready) {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while " + module + " started.", e);
        }
    }

    Child process() {
        if (child == null) {
            throw new IllegalStateException(name + " is not started");
        }
        return child;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void stop() {
        process().stop(STOP);
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop(STOP);
        }
    }
}
