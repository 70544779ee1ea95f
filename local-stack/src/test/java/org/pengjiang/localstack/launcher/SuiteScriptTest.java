package org.pengjiang.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.localstack.Folders;

/** {@code ./suite} itself, in a working copy whose Maven only says what it was asked for. */
class SuiteScriptTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final String MAVEN = """
            #!/bin/sh
            echo "maven $*"
            ls */target/tests.wanted 2>/dev/null
            exit 0
            """;

    @TempDir
    private Path copy;

    private record Outcome(int exitCode, String output) {}

    @BeforeEach
    void aWorkingCopy() throws IOException {
        Files.copy(HOME.resolve("suite"), copy.resolve("suite"));
        Files.copy(HOME.resolve("pom.xml"), copy.resolve("pom.xml"));
        Files.writeString(copy.resolve("mvnw"), MAVEN);
        Files.writeString(copy.resolve(".gitignore"), "target/\n");
        assertTrue(copy.resolve("mvnw").toFile().setExecutable(true));
        for (String module : modules()) {
            Files.createDirectories(copy.resolve(module));
            Files.copy(
                    HOME.resolve(module).resolve("pom.xml"),
                    copy.resolve(module).resolve("pom.xml"));
            Path properties = Path.of(module, "src/main/resources/application.properties");
            if (Files.exists(HOME.resolve(properties))) {
                Files.createDirectories(copy.resolve(properties).getParent());
                Files.writeString(copy.resolve(properties), "");
            }
        }
        git("init", "-q", "-b", "main");
        commit();
        git("checkout", "-q", "-b", "feature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up --wrong | there is no option --wrong; see ./suite help.",
                "up --replicas | the option --replicas needs a value; see ./suite help.",
                "up --replicas 5 | the number of replicas is 1 to 4, not '5'.",
                "up --port-offset x | --port-offset needs a whole number, not 'x'.",
                "up --clock-start noon | the clock starts at a time such as 2022-06-30T12:00:00+08:00, not at 'noon'."
            })
    void whatUpCannotDoIsRefusedBeforeAnythingIsBuilt(String call, String refusal) throws Exception {
        Outcome outcome = suite(call.split(" "));
        assertEquals("suite: " + refusal, outcome.output().strip());
        assertEquals(1, outcome.exitCode());
    }

    @Test
    void namedModulesAreTestedAndWhatTheyNeedIsBuilt() throws Exception {
        // When
        Outcome outcome = suite("test", "team-service", "work-calendar", "-o", "-Dtest=Ledger*");

        // Then
        assertEquals(
                "Testing team-service work-calendar\n"
                        + "maven -B -ntp -Pci verify -Dsuite.tests=wanted -pl team-service,work-calendar -am -o -Dtest=Ledger*\n"
                        + "team-service/target/tests.wanted\n"
                        + "work-calendar/target/tests.wanted\n",
                outcome.output());
        assertTrue(Files.notExists(copy.resolve("team-service/target/tests.wanted")));
    }

    @Test
    void theJourneysAreRunOverServicesThatAreBuiltForThem() throws Exception {
        Outcome outcome = suite("test", "system-tests");
        assertTrue(
                outcome.output().contains(" -pl system-tests,appeal-service,project-service,team-service -am"),
                outcome.output());
        assertTrue(outcome.output().endsWith("-am\nsystem-tests/target/tests.wanted\n"), outcome.output());
    }

    @Test
    void withoutAModuleEverythingIsTestedAndMavensArgumentsGoThrough() throws Exception {
        assertEquals("""
                maven -B -ntp -Pci,parallel -T 3 --fail-at-end verify -pl !system-tests
                maven -B -ntp -Pci verify -Dsuite.tests=wanted -pl local-stack,system-tests -am
                system-tests/target/tests.wanted
                """, suite("test").output());
        assertEquals(
                "maven -B -ntp -Pci verify -o -pl work-calendar\n",
                suite("test", "-o", "-pl", "work-calendar").output());
        assertTrue(suite("test", "--", "-Dx=y")
                .output()
                .startsWith("maven -B -ntp -Pci,parallel -T 3 --fail-at-end verify -pl !system-tests -Dx=y\n"));
    }

    @Test
    void anUnknownModuleIsNamedBesideThoseThereAre() throws Exception {
        Outcome outcome = suite("test", "team");
        assertEquals(1, outcome.exitCode());
        assertTrue(
                outcome.output().startsWith("suite: there is no module 'team'; there are: identifiers work-calendar "),
                outcome.output());
    }

    @Test
    void whatChangedIsTestedWithItsUsersWhetherCommittedOrNot() throws Exception {
        // Given: one committed, one changed, one new
        write("team-service/Committed.java");
        commit();
        Files.writeString(copy.resolve("work-calendar/pom.xml"), "\n", StandardOpenOption.APPEND);
        write("benchmarks/src/新.java");

        // When
        Outcome outcome = suite("test", "--changed");

        // Then
        assertEquals(
                "Testing appeal-service benchmarks project-service service-kit service-kit-testing team-service"
                        + " work-calendar",
                outcome.output().lines().findFirst().orElse(""));
    }

    @Test
    void theJourneysOfAChangeAreLeftOutUnlessTheyChangedThemselves() throws Exception {
        // Given
        write("local-stack/New.java");
        Outcome without = suite("test", "--changed");

        // When
        write("system-tests/New.java");
        Outcome with = suite("test", "--changed");

        // Then
        assertTrue(without.output().startsWith("The journeys are left out; run them with ./suite test system-tests."));
        assertTrue(without.output().lines().toList().get(1).startsWith("Testing "), without.output());
        assertTrue(!without.output().lines().toList().get(1).contains("system-tests"), without.output());
        assertTrue(
                with.output().lines().findFirst().orElse("").endsWith("service-kit-testing system-tests team-service"),
                with.output());
    }

    @Test
    void whereNothingChangedNothingIsTested() throws Exception {
        write("README.md");
        Outcome outcome = suite("test", "--changed");
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.output().startsWith("No module differs from "), outcome.output());
    }

    @Test
    void outsideOfGitTheModulesHaveToBeNamed() throws Exception {
        Folders.delete(copy.resolve(".git"));
        Outcome outcome = suite("test", "--changed");
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.output().startsWith("suite: this is no git working copy"), outcome.output());
    }

    private static List<String> modules() throws IOException {
        return Files.readAllLines(HOME.resolve("pom.xml")).stream()
                .takeWhile(line -> !line.contains("<profiles>"))
                .filter(line -> line.contains("<module>"))
                .map(line -> line.replaceAll(".*<module>(.*)</module>.*", "$1"))
                .toList();
    }

    private void write(String file) throws IOException {
        Files.createDirectories(copy.resolve(file).getParent());
        Files.writeString(copy.resolve(file), "new");
    }

    private void commit() throws IOException {
        git("add", "-A");
        git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "state");
    }

    private void git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        Outcome outcome = run(command);
        assertEquals(0, outcome.exitCode(), outcome.output());
    }

    private Outcome suite(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./suite"));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    private Outcome run(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(copy.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // the test itself may run within a git hook
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output.replace(" \n", "\n"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
