package org.pengjiang.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.CapturedLog;
import org.pengjiang.kit.testing.Persona;

/** What the database refuses is logged by its names, never by its values. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class RowsInLogsTest {
    private static final Logger LOG = Logger.getLogger(RowsInLogsTest.class);

    private final Api writer = Api.as(Persona.of("log-writer", "440703", "WRITER"));
    private final String marker = "M" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void aConstraintThatNoFeatureKnowsIsAnsweredAndLoggedWithoutTheRow() throws SQLException {
        // Given
        administer("ALTER TABLE note ADD CONSTRAINT note_unknown CHECK (title NOT LIKE '" + marker + "%')");
        Response answer;
        String written;

        // When
        try (CapturedLog log = new CapturedLog()) {
            answer = writer.post("/v1/notes", Map.of("title", marker + " of a person", "pages", 3));
            written = log.text();
        } finally {
            administer("ALTER TABLE note DROP CONSTRAINT note_unknown");
        }

        // Then
        assertEquals(500, answer.statusCode(), answer.asString());
        assertFalse(answer.asString().contains(marker), answer.asString());
        assertTrue(written.contains("SQLState 23514, table note, constraint note_unknown"), written);
        assertFalse(written.contains(marker), written);
    }

    @Test
    void aFailureOfADriverThatTellsTheRowIsLoggedWithoutItAndDescribedByItsNames() throws SQLException {
        // Given
        Exception one = refused("INSERT INTO note (id, title) VALUES (gen_random_uuid(), ?)", false);
        Exception batch = refused("INSERT INTO note (id, title) VALUES (gen_random_uuid(), ?)", true);
        Exception value = refused("SELECT CAST(? AS integer)", false);
        assertTrue(one.getMessage().contains(marker), one.getMessage());
        assertTrue(batch.getMessage().contains(marker), batch.getMessage());
        assertTrue(value.getMessage().contains(marker), value.getMessage());

        for (Exception failure : new Exception[] {one, batch, value}) {
            RuntimeException wrapped =
                    new IllegalStateException("lost: " + failure.getMessage(), new Exception(failure));
            wrapped.addSuppressed(failure);

            // When
            String written;
            try (CapturedLog log = new CapturedLog()) {
                LOG.error("thrown", wrapped);
                LOG.warnf("named: %s", wrapped);
                written = log.text();
            }

            // Then
            assertTrue(written.contains("lost: SQLState 2"), written);
            assertFalse(written.contains(marker), written);
            assertFalse(DatabaseFailure.describe(wrapped).contains(marker));
        }
        assertEquals(
                "java.lang.IllegalStateException: lost: SQLState 23502, table note, column version",
                DatabaseFailure.describe(new IllegalStateException("lost", one)));
    }

    @Test
    void whatIsNoFailureOfTheDatabaseIsLoggedAsItIs() {
        // Given
        RuntimeException own = new IllegalStateException("the reason", new IllegalArgumentException("its cause"));

        // When
        String written;
        try (CapturedLog log = new CapturedLog()) {
            LOG.error("thrown", own);
            written = log.text();
        }

        // Then
        assertTrue(written.contains("java.lang.IllegalStateException: the reason"), written);
        assertTrue(written.contains("Caused by: java.lang.IllegalArgumentException: its cause"), written);
        assertEquals("java.lang.IllegalStateException: the reason", DatabaseFailure.describe(own));
    }

    private Exception refused(String sql, boolean batch) throws SQLException {
        try (Connection telling = NoteStack.administer();
                PreparedStatement statement = telling.prepareStatement(sql)) {
            statement.setString(1, marker);
            if (batch) {
                statement.addBatch();
                statement.executeBatch();
            } else {
                statement.execute();
            }
        } catch (SQLException refused) {
            assertEquals(batch, refused instanceof BatchUpdateException);
            return refused;
        }
        throw new AssertionError("not refused: " + sql);
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection = NoteStack.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
