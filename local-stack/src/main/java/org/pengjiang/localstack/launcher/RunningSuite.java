package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.demo.DemoDistrict;
import org.pengjiang.localstack.issuer.Issuer;
import org.pengjiang.localstack.issuer.IssuerOptions;
import org.pengjiang.localstack.issuer.TokenIssuer;
import org.pengjiang.localstack.kafka.KafkaBroker;
import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.keycloak.KeycloakOptions;
import org.pengjiang.localstack.keycloak.KeycloakServer;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.PostgresServer;

/** Everything one launcher runs: started from the bottom up, stopped from the top down. */
final class RunningSuite {

    static final String KEYCLOAK = "Keycloak";

    private final SuiteFolder folder;
    private final UpOptions options;
    private final PrintStream out;
    private final SuiteTime time;
    private final List<ServiceProcess> services = new ArrayList<>();
    private @Nullable Issuer issuer;
    private @Nullable KeycloakServer keycloak;
    private @Nullable KafkaBroker kafka;
    private @Nullable PostgresServer postgres;

    RunningSuite(SuiteFolder folder, UpOptions options, PrintStream out) {
        this.folder = folder;
        this.options = options;
        this.out = out;
        this.time = new SuiteTime(folder);
    }

    void start() {
        long began = System.nanoTime();
        SuitePorts ports = options.ports();
        // all at once and first: better now than after half of the suite was started
        ports.requireAllFree(
                ServiceModule.presentIn(folder.home()),
                options.replicas(),
                options.keycloak() ? KEYCLOAK : "the token issuer");
        Issuer startedIssuer = options.keycloak() ? beginKeycloak(ports) : startIssuer(ports);
        Optional<String> clock = time.begin(options.clockStart());
        boolean firstKafka = !Files.exists(folder.path().resolve("kafka/data"));
        KafkaBroker startedKafka = startKafka(ports);
        PostgresServer startedPostgres = startPostgres(ports);
        clock.ifPresent(told -> say("clock", told));
        tellState(false);
        if (firstKafka) {
            // its topics come before whoever reads them
            awaitKafka(startedKafka);
        }
        if (startedIssuer instanceof KeycloakServer server) {
            server.awaitReady();
            say(KEYCLOAK, "ready on " + server.url());
        }
        startServices(startedPostgres, startedKafka, startedIssuer, !firstKafka);
        loadDemo(startedIssuer);
        say(
                "suite",
                "ready after %.1f s"
                        .formatted(Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0));
        // last: whoever waits for it stops reading what is said
        tellState(true);
    }

    /** Brings up again what died; what runs is left alone. */
    void heal() {
        PostgresServer database = postgres;
        if (database != null && !database.process().isAlive()) {
            say("PostgreSQL", "starting again");
            database.restart();
        }
        KafkaBroker broker = kafka;
        if (broker != null && !broker.process().isAlive()) {
            say("Kafka", "starting again");
            broker.restart();
        }
        KeycloakServer provider = keycloak;
        if (provider != null && !provider.process().isAlive()) {
            say(KEYCLOAK, "starting again");
            provider.restart();
        }
        List<ServiceProcess> dead =
                services.stream().filter(service -> !service.isAlive()).toList();
        for (ServiceProcess service : dead) {
            say(service.name(), "starting again");
            service.restart();
        }
        dead.forEach(ServiceProcess::awaitReady);
        say("suite", "everything that was down was started again");
        tellState(true);
    }

    List<String> dead() {
        List<String> names = new ArrayList<>();
        if (postgres != null && !postgres.process().isAlive()) {
            names.add("PostgreSQL");
        }
        if (kafka != null && !kafka.process().isAlive()) {
            names.add("Kafka");
        }
        if (keycloak != null && !keycloak.process().isAlive()) {
            names.add(KEYCLOAK);
        }
        services.stream()
                .filter(service -> !service.isAlive())
                .map(ServiceProcess::name)
                .forEach(names::add);
        return names;
    }

    /** Services first, so that they can finish what they do while their database still answers. */
    void stop() {
        if (services.stream().anyMatch(ServiceProcess::writesCacheAtItsEnd)) {
            say("suite", "stopping; the services write down what makes their next start quick, once per build");
        }
        inParallel(services.stream().map(service -> (Runnable) service::stop).toList());
        KafkaBroker broker = kafka;
        if (broker != null) {
            broker.close();
        }
        PostgresServer database = postgres;
        if (database != null) {
            database.close();
        }
        Issuer tokens = issuer;
        if (tokens != null) {
            tokens.close();
        }
        say("suite", "stopped; the data stays in " + folder.path());
    }

    private Issuer startIssuer(SuitePorts ports) {
        TokenIssuer started = TokenIssuer.start(IssuerOptions.keeping(folder.path(), ports.issuer()));
        issuer = started;
        say("token issuer", "listens on " + started.url());
        return started;
    }

    private Issuer beginKeycloak(SuitePorts ports) {
        KeycloakOptions settings =
                KeycloakOptions.keeping(folder.path().resolve("keycloak"), ports.issuer(), folder.home());
        say(
                KEYCLOAK,
                KeycloakServer.isNewTo(settings) ? "unpacking and building it (once, up to a minute)" : "starting");
        KeycloakServer started = KeycloakServer.begin(settings);
        issuer = started;
        keycloak = started;
        return started;
    }

    private KafkaBroker startKafka(SuitePorts ports) {
        say("Kafka", "starting");
        KafkaBroker started = KafkaBroker.begin(
                KafkaOptions.keeping(folder.path().resolve("kafka"), ports.kafka(), ports.kafkaController()));
        kafka = started;
        return started;
    }

    private PostgresServer startPostgres(SuitePorts ports) {
        boolean fresh = !Files.exists(folder.path().resolve("postgresql/data/PG_VERSION"));
        say("PostgreSQL", fresh ? "unpacking it and making a new database cluster (once, some 5 s)" : "starting");
        List<String> databases = ServiceModule.presentIn(folder.home()).stream()
                .map(ServiceModule::database)
                .toList();
        PostgresServer started =
                PostgresServer.start(PostgresOptions.keeping(folder.postgresql(), ports.postgres(), databases));
        postgres = started;
        say("PostgreSQL", "ready on port " + started.port());
        return started;
    }

    private void awaitKafka(KafkaBroker broker) {
        broker.awaitReady();
        say("Kafka", "ready on " + broker.bootstrapServers());
    }

    /** @param kafkaIsStarting it has its topics, and for some seconds waits for the session of its earlier life to end */
    private void startServices(PostgresServer database, KafkaBroker broker, Issuer tokens, boolean kafkaIsStarting) {
        Map<String, String> shared = sharedEnvironment(broker, tokens);
        for (int replica = 0; replica < options.replicas(); replica++) {
            List<ServiceProcess> started = new ArrayList<>();
            for (ServiceModule service : ServiceModule.presentIn(folder.home())) {
                started.add(ServiceProcess.start(
                        service, replica, options.ports(), folder, database.database(service.database()), shared));
                services.add(started.getLast());
                say(started.getLast().name(), "starting");
            }
            tellState(false);
            if (replica == 0 && kafkaIsStarting) {
                awaitKafka(broker);
            }
            // the next replica comes when this one has migrated the database
            for (ServiceProcess service : started) {
                service.awaitReady();
                say(service.name(), "ready on " + service.part().address());
            }
        }
    }

    /** Once per data folder: afterwards the district's data is whatever its users made of it. */
    private void loadDemo(Issuer tokens) {
        if (Files.exists(folder.demoLoaded())) {
            return;
        }
        Map<String, URI> addresses = new LinkedHashMap<>();
        services.forEach(service ->
                addresses.putIfAbsent(service.name(), URI.create(service.part().address())));
        try {
            if (DemoDistrict.load(
                    tokens.tokenEndpoint(),
                    addresses,
                    time.now().toLocalDate(),
                    title -> say("demo district", title))) {
                Files.writeString(folder.demoLoaded(), "");
            }
        } catch (IOException e) {
            throw new StackFailure("The file " + folder.demoLoaded() + " cannot be written; free some space.", e);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new StackFailure(
                    "The demo district could not be loaded: " + e.getMessage()
                            + " Begin afresh with ./suite reset and ./suite up.",
                    e);
        }
    }

    private Map<String, String> sharedEnvironment(KafkaBroker broker, Issuer tokens) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "demo");
        // whoever reaches the issuer may be anybody, so what trusts it stays on this machine as well
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("SUITE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("MP_JWT_VERIFY_ISSUER", tokens.url());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", tokens.jwksUrl().toString());
        environment.put("MP_JWT_VERIFY_AUDIENCES", "pengjiang-suite");
        environment.put(
                "SUITE_CRYPTO_KEYS", "local-1:" + Secrets.in(folder.path()).key("crypto.local-1"));
        environment.put("SUITE_CRYPTO_INDEX_KEY", Secrets.in(folder.path()).key("crypto.index"));
        environment.put("SUITE_CLOCK_FILE", folder.clock().toString());
        // the launcher has read it, and the file says where that was
        environment.put("SUITE_CLOCK_START", "");
        return environment;
    }

    private void tellState(boolean complete) {
        Issuer tokens = issuer;
        KeycloakServer provider = keycloak;
        KafkaBroker broker = kafka;
        PostgresServer database = postgres;
        if (tokens == null || broker == null || database == null) {
            throw new IllegalStateException("the servers come before the state is told");
        }
        List<SuiteState.Part> parts = new ArrayList<>();
        parts.add(new SuiteState.Part(
                "PostgreSQL", database.process().pid(), database.port(), null, "127.0.0.1:" + database.port()));
        parts.add(new SuiteState.Part("Kafka", broker.process().pid(), broker.port(), null, broker.bootstrapServers()));
        parts.add(new SuiteState.Part(
                provider == null ? "token issuer" : KEYCLOAK,
                provider == null ? 0 : provider.process().pid(),
                tokens.port(),
                tokens.jwksUrl().toString(),
                tokens.url()));
        services.forEach(service -> parts.add(service.part()));
        new SuiteState(
                        ProcessHandle.current().pid(),
                        options.replicas(),
                        options.ports().offset(),
                        complete,
                        tokens.tokenEndpoint().toString(),
                        parts)
                .write(folder);
    }

    private void say(String who, String what) {
        out.printf("%-18s %s%n", who, what);
        out.flush();
    }

    private static void inParallel(List<Runnable> actions) {
        List<Thread> threads = actions.stream().map(Thread.ofPlatform()::start).toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while stopping.", e);
            }
        }
    }
}
