package org.pengjiang.localstack.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.postgres.ServiceDatabase;
import org.pengjiang.localstack.process.Child;
import org.pengjiang.localstack.process.ChildSpec;
import org.pengjiang.localstack.process.Ports;
import org.pengjiang.localstack.process.Spawner;

/** One replica of one service. */
final class ServiceProcess {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(25);
    private static final Duration STOP_AFTER_TRAINING = Duration.ofSeconds(90);

    private final ServiceModule service;
    private final int replica;
    private final SuitePorts ports;
    private final SuiteFolder folder;
    private final Map<String, String> environment;
    private final StartUpCache cache;
    private boolean training;
    private Child child;

    private ServiceProcess(
            ServiceModule service, int replica, SuitePorts ports, SuiteFolder folder, Map<String, String> environment) {
        this.service = service;
        this.replica = replica;
        this.ports = ports;
        this.folder = folder;
        this.environment = environment;
        this.cache = StartUpCache.of(folder, service.module(), service.application(folder.home()));
        this.child = launch();
    }

    static ServiceProcess start(
            ServiceModule service,
            int replica,
            SuitePorts ports,
            SuiteFolder folder,
            ServiceDatabase database,
            Map<String, String> shared) {
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http(service, replica)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(service, replica)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.app().user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.app().password());
        environment.put("QUARKUS_FLYWAY_USERNAME", database.owner().user());
        environment.put("QUARKUS_FLYWAY_PASSWORD", database.owner().password());
        environment.put("SUITE_FILES_FOLDER", folder.files(service).toString());
        environment.put("SUITE_REPLICA", Integer.toString(replica));
        return new ServiceProcess(service, replica, ports, folder, environment);
    }

    String name() {
        return replica == 0 ? service.module() : service.module() + "-" + (replica + 1);
    }

    boolean isAlive() {
        return child.isAlive();
    }

    void restart() {
        child = launch();
    }

    void stop() {
        child.stop(training ? STOP_AFTER_TRAINING : STOP);
    }

    /** Its first run of this build ends with writing the start-up cache, which takes some seconds. */
    boolean writesCacheAtItsEnd() {
        return training && child.isAlive();
    }

    SuiteState.Part part() {
        String address = "http://127.0.0.1:" + port();
        return new SuiteState.Part(name(), child.pid(), port(), readiness().toString(), address);
    }

    void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!Readiness.answers(readiness())) {
            if (!child.isAlive()) {
                throw child.death();
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(name() + " is not ready after " + START.toSeconds() + " s; read " + log()
                        + " or ask " + readiness() + ".");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while waiting for " + name() + ".", e);
            }
        }
    }

    private Child launch() {
        Path jar = service.application(folder.home()).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(name() + " is not built; run ./suite up, which builds what is missing.");
        }
        Ports.requireFree(port(), name());
        Ports.requireFree(ports.management(service, replica), "the management of " + name());
        training = replica == 0 && cache.isMissing();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(cache.flags(replica == 0));
        command.addAll(List.of(System.getenv()
                .getOrDefault("SUITE_SERVICE_FLAGS", "-Xmx384m")
                .strip()
                .split("\\s+")));
        command.addAll(List.of("-jar", jar.toString()));
        return Spawner.spawn(ChildSpec.of(name(), command, folder.path(), log()).withEnvironment(environment));
    }

    private int port() {
        return ports.http(service, replica);
    }

    private Path log() {
        return folder.logs().resolve(name() + ".log");
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:" + ports.management(service, replica) + "/q/health/ready");
    }
}
