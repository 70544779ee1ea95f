package org.pengjiang.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.localstack.Secrets;
import org.pengjiang.localstack.process.Ports;

/** The life of one suite: up, hurt, up again, down, killed. */
class SuiteLifeTest {

    private static final int USUAL_POSTGRES = new SuitePorts(0).postgres();

    @TempDir
    private Path home;

    private SuiteCommand suite;

    @BeforeEach
    void chooseFreePorts() {
        SuitePorts ports;
        do {
            ports = new SuitePorts(Ports.free() - USUAL_POSTGRES);
        } while (!List.of(ports.postgres(), ports.kafka(), ports.kafkaController(), ports.issuer()).stream()
                .allMatch(Ports::isFree));
        suite = new SuiteCommand(home, ports.offset());
    }

    @AfterEach
    void leaveNothingRunning() {
        suite.run("down");
    }

    @Test
    void runsOnceHealsOnRequestAndKeepsItsData() throws Exception {
        // Given
        SuiteCommand.Outcome started = suite.up();
        assertEquals(0, started.exitCode(), started.output());
        execute("CREATE TABLE kept AS SELECT 42 AS answer");

        // When
        SuiteCommand.Outcome again = suite.up();
        SuiteCommand.Outcome second = suite.run("run");
        SuiteCommand.Outcome healthy = suite.run("status");
        SuiteCommand.Outcome token = suite.run("token", "--as", "dispatcher");
        ProcessHandle server = suite.part("PostgreSQL");
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
        SuiteCommand.Outcome hurt = suite.run("status");
        SuiteCommand.Outcome healed = suite.up();

        // Then
        assertAll(
                () -> assertEquals(0, again.exitCode()),
                () -> assertTrue(again.output().startsWith("The suite is running already:"), again.output()),
                () -> assertEquals(1, second.exitCode()),
                () -> assertTrue(second.output().startsWith("Another launcher is running in"), second.output()),
                () -> assertEquals(0, healthy.exitCode(), healthy.output()),
                () -> assertTrue(token.output().strip().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"), token.output()),
                () -> assertEquals(1, hurt.exitCode(), hurt.output()),
                () -> assertTrue(hurt.output().contains("PostgreSQL         dead"), hurt.output()),
                () -> assertEquals(0, healed.exitCode(), healed.output()),
                () -> assertEquals("42", query("SELECT answer FROM kept")));
    }

    @Test
    void keepsItsDataAndItsClockOverARestartAndLeavesNoChildWhenTheLauncherIsKilled() throws Exception {
        // Given
        String[] up = {"up", "--port-offset", Integer.toString(suite.portOffset()), "--clock-start", "2026-10-01T12:00"
        };
        SuiteCommand.Outcome started = suite.run(up);
        assertEquals(0, started.exitCode(), started.output());
        execute("CREATE TABLE kept AS SELECT 42 AS answer");
        SuiteCommand.Outcome moved = suite.run("clock", "2026-10-09T08:30");
        SuiteCommand.Outcome back = suite.run("clock", "2026-10-09T08:29");
        SuiteCommand.Outcome stopped = suite.run("down");
        SuiteCommand.Outcome none = suite.run("status");
        SuiteCommand.Outcome again = suite.run(up);
        SuiteCommand.Outcome status = suite.run("status");
        String kept = query("SELECT answer FROM kept");
        List<ProcessHandle> children = List.of(suite.part("PostgreSQL"), suite.part("Kafka"));

        // When
        suite.launcher().destroyForcibly();

        // Then
        for (ProcessHandle child : children) {
            child.onExit().get(20, TimeUnit.SECONDS);
            assertFalse(child.isAlive());
        }
        assertEquals("42", kept);
        assertTrue(started.output().contains("clock              starts at 2026-10-01T12:0"), started.output());
        assertTrue(moved.output().startsWith("2026-10-09T08:30:"), moved.output());
        assertEquals(1, back.exitCode());
        assertTrue(back.output().contains(" and never goes back, so not to 2026-10-09T08:29"), back.output());
        assertTrue(again.output().contains("clock              goes on at 2026-10-09T08:3"), again.output());
        assertTrue(status.output().contains("clock              runs       2026-10-09T08:3"), status.output());
        assertEquals(0, stopped.exitCode(), stopped.output());
        assertEquals(1, none.exitCode());
        assertTrue(none.output().startsWith("The suite is not running"), none.output());
    }

    @Test
    void namesATakenPortAndItsOwnerBeforeItStartsAnything() throws Exception {
        // Given
        int port = new SuitePorts(suite.portOffset()).kafka();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {

            // When
            SuiteCommand.Outcome refused = suite.up();

            // Then
            assertTrue(other.isBound());
            assertEquals(1, refused.exitCode());
            assertTrue(
                    refused.output()
                            .startsWith("Port " + port + " for Kafka is taken by another program (process "
                                    + ProcessHandle.current().pid() + ", "),
                    refused.output());
            assertFalse(refused.output().contains("starting"), refused.output());
        }
    }

    @Test
    void tellsAFaultyCallInOneSentence() {
        // Given
        SuiteCommand.Outcome option = suite.run("up", "--replica", "2");

        // When
        SuiteCommand.Outcome clock = suite.run("up", "--clock-start", "yesterday");

        // Then
        assertEquals(
                "There is no option --replica; see ./suite help.",
                option.output().strip());
        assertEquals(
                "The clock starts at a time such as 2022-06-30T12:00:00+08:00, not at 'yesterday'. " + SuiteTime.BOUNDS,
                clock.output().strip());
        assertEquals(1, option.exitCode());
        assertEquals(1, clock.exitCode());
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private String query(String text) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(text)) {
            result.next();
            return result.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        String password = Secrets.in(home.resolve(".local-stack/postgresql")).password("postgres");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + new SuitePorts(suite.portOffset()).postgres() + "/postgres",
                "postgres",
                password);
    }
}
