package org.pengjiang.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * The suite under test: the launcher behind {@code ./suite}, in a folder and on ports of its own. One run with two replicas
 * of each service serves all journeys but one.
 */
final class SuiteRun implements AutoCloseable {
    /** Two runs on one machine do not meet, and all ports stay below those the kernel hands out. */
    private static final int PORT_OFFSET =
            1_000 + (int) (ProcessHandle.current().pid() % 11_000);

    /** Far enough from the first suite's ports for a second one. */
    private static final int BESIDE = 500;

    /** Held by the journeys that promise an answer in seconds, and by one that takes the processors from them. */
    static final String PROCESSORS = "processors";

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Path HOME =
            Path.of(System.getProperty("suite.home", "..")).toAbsolutePath().normalize();

    /** A Friday afternoon whose next working day is a Sunday: the Saturday is off, the Sunday is made up for. */
    static final OffsetDateTime FRIDAY = OffsetDateTime.parse("2026-09-18T16:30:00+08:00");

    private final Path folder;
    private final Path output;
    private final List<String> options;
    private final SuiteClient project;
    private final SuiteClient team;
    private final SuiteClient appeal;
    private OffsetDateTime clock = FRIDAY;
    private long since = System.nanoTime();

    private SuiteRun(String name, List<String> options) {
        this.folder = HOME.resolve("system-tests/target").resolve(name);
        this.output = folder.resolveSibling(name + "-launcher.log");
        this.options = options;
        startAfresh();
        JsonNode state = state();
        URI tokens = URI.create(state.path("tokenEndpoint").asText());
        this.project = SuiteClient.of(tokens, address(state, "project-service"));
        this.team = SuiteClient.of(tokens, address(state, "team-service"));
        this.appeal = SuiteClient.of(tokens, address(state, "appeal-service"));
    }

    /** Two replicas of each service. */
    static SuiteRun start() {
        return new SuiteRun("local-stack", List.of("--replicas", "2", "--port-offset", Integer.toString(PORT_OFFSET)));
    }

    /** A small one beside it, whose tokens come from the real Keycloak. */
    static SuiteRun startWithKeycloak() {
        return new SuiteRun(
                "keycloak-stack", List.of("--keycloak", "--port-offset", Integer.toString(PORT_OFFSET + BESIDE)));
    }

    /** With the demo district loaded, and with nothing left of an earlier run. */
    private void startAfresh() {
        launcher("down");
        for (String data : List.of("postgresql", "kafka", "keycloak", "logs", "demo-loaded", "state.json", "clock")) {
            Folders.delete(folder.resolve(data));
        }
        upAgain();
    }

    /** Moves the services' clock forward while they run: what falls due meanwhile is found then. */
    void moveTo(OffsetDateTime later) {
        launcher("clock", later.toString());
        clock = later;
        since = System.nanoTime();
    }

    /** The services' time, to some seconds. */
    OffsetDateTime now() {
        return clock.plus(Duration.ofNanos(System.nanoTime() - since));
    }

    /** The services' day. */
    LocalDate today() {
        return clock.toLocalDate();
    }

    @Override
    public void close() {
        launcher("down");
    }

    URI tokenEndpoint() {
        return URI.create(state().path("tokenEndpoint").asText());
    }

    URI address(String part) {
        return address(state(), part);
    }

    SuiteClient project() {
        return project;
    }

    SuiteClient team() {
        return team;
    }

    SuiteClient appeal() {
        return appeal;
    }

    /** Tokens for whoever is no persona, signed with the key of this suite. */
    Callers callers() {
        String endpoint = state().path("tokenEndpoint").asText();
        return new Callers(folder, endpoint.substring(0, endpoint.indexOf("/protocol/")));
    }

    /** By the name of its module. */
    Map<String, SuiteClient> services() {
        return Map.of("project-service", project, "team-service", team, "appeal-service", appeal);
    }

    /** The second replica of a service answers at this address. */
    SuiteClient secondReplica(SuiteClient client, String service) {
        return client.at(address(state(), service + "-2"));
    }

    /** The port that operators see: OpenAPI, health, metrics. */
    SuiteClient management(String service) {
        String readiness = part(state(), service).path("readiness").asText();
        return project.at(URI.create(readiness.substring(0, readiness.indexOf("/q/"))))
                .as("");
    }

    /** {@code kill -9}: no shutdown hook, no drain, no goodbye. */
    void kill(String part) {
        signal("-KILL", part);
        long pid = pid(part);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(part + " survived kill -9");
            }
            pause(Duration.ofMillis(20));
        }
    }

    /** What a roll-out does: asks it to end and does not wait. */
    void terminate(String part) {
        signal("-TERM", part);
    }

    boolean isAlive(String part) {
        return ProcessHandle.of(pid(part)).map(ProcessHandle::isAlive).orElse(false);
    }

    URI readiness(String part) {
        return URI.create(part(state(), part).path("readiness").asText());
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    String kafka() {
        return part(state(), "Kafka").path("address").asText();
    }

    void freeze(String part) {
        signal("-STOP", part);
    }

    void thaw(String part) {
        signal("-CONT", part);
    }

    /** What a person does then: {@code ./suite up} brings back what is missing. */
    void upAgain() {
        List<String> up = new ArrayList<>(List.of("up", "--clock-start", clock.toString()));
        up.addAll(options);
        launcher(up.toArray(String[]::new));
    }

    /**
     * What a reader of a document sees who copies its commands into a shell: all of it, and behind each answer of a service a line
     * with its status. The addresses are those of the first suite in the document, and of this one here.
     */
    String shell(String name, String script) throws IOException {
        Path place = Files.createDirectories(folder.resolveSibling("documents").resolve(name));
        Path launcher = place.resolve("suite");
        Files.writeString(launcher, "#!/bin/bash\nexec '%s' \"$@\"\n".formatted(String.join("' '", launcherCommand())));
        launcher.toFile().setExecutable(true);
        StringBuilder whole = new StringBuilder("set -euo pipefail\nshopt -s expand_aliases\n")
                .append("curl() { command curl -w '%{stderr}\\nstatus %{http_code}\\n' \"$@\"; }\n")
                .append(script);
        String adapted = whole.toString()
                .replace("http://127.0.0.1:8081", address("project-service").toString())
                .replace("http://127.0.0.1:8082", address("team-service").toString())
                .replace("http://127.0.0.1:8083", address("appeal-service").toString());
        Files.writeString(place.resolve("script"), adapted);
        Path seen = place.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", "script")
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(seen.toFile());
        shell.environment().put("SUITE_FOLDER", folder.toString());
        run(shell, Duration.ofMinutes(3), "the commands of " + name, seen);
        return Files.readString(seen);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String signal, String part) {
        run(List.of("kill", signal, Long.toString(pid(part))), Duration.ofSeconds(10));
    }

    private long pid(String part) {
        return part(state(), part).path("pid").asLong();
    }

    private static URI address(JsonNode state, String part) {
        return URI.create(part(state, part).path("address").asText());
    }

    private static JsonNode part(JsonNode state, String name) {
        for (JsonNode part : state.path("parts")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        throw new IllegalStateException("The suite has no part " + name + ": " + state);
    }

    private JsonNode state() {
        try {
            return JSON.readTree(folder.resolve("state.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launcher(String... arguments) {
        List<String> command = new ArrayList<>(launcherCommand());
        command.addAll(Arrays.asList(arguments));
        run(command, Duration.ofMinutes(8));
    }

    private static List<String> launcherCommand() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsuite.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                "org.pengjiang.localstack.launcher.Launcher");
    }

    private void run(List<String> command, Duration patience) {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put("SUITE_FOLDER", folder.toString());
            builder.environment().put("SUITE_TRAINING", "off");
            // one network asks as everybody, also with codes that are wrong
            builder.environment().put("SUITE_RATE_GUESSES", "1000000");
            // as in production: balancers learn that a service ends before it does, and its log is for a machine
            builder.environment().put("SUITE_SHUTDOWN_DELAY", "2s");
            builder.environment().put("SUITE_LOG_JSON", "true");
            run(builder, patience, command.getLast(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(ProcessBuilder builder, Duration patience, String what, Path output) throws IOException {
        try {
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Not done after " + patience + ": " + what);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "Failed with " + process.exitValue() + ": " + what + "; " + output + " says why");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
