package org.pengjiang.appeal.dispatching;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.testing.Database;

/** A class that closes between being found and being given the appeal gets none that nobody would handle. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ClassClosesWhileFilingTest {
    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.specialClass();
        Known.rule("440703", "A04", "440703-ZR");
    }

    @Test
    void theDirectoryNamesTheHandlerInstead() throws Exception {
        try (Connection closing = Database.administer();
                Statement statement = closing.createStatement();
                ExecutorService enterprise = Executors.newSingleThreadExecutor()) {
            // Given
            closing.setAutoCommit(false);
            statement.executeUpdate("UPDATE known_special_class SET open = false");

            // When
            Future<Response> filing = enterprise.submit(
                    () -> AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("projectId", Known.PROJECT)));
            Awaitility.await()
                    .until(() ->
                            Log.count("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")
                                    > 0);
            closing.commit();

            // Then
            filing.get()
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(201)
                    .body("handler.classId", nullValue())
                    .body("handler.accountableUnit", equalTo("440703-ZR"));
        }
    }

    @AfterEach
    void oneOpenClass() {
        Database.reset();
        Known.write("CREATE UNIQUE INDEX IF NOT EXISTS known_special_class_one_open ON known_special_class (project_id)"
                + " WHERE open");
    }

    /** The database allows one open class of a project: here two that close one after the other stand for two that follow each other. */
    @Test
    void neitherAClassThatClosesNorTheNextOneThatClosesToo() throws Exception {
        try (Connection first = Database.administer();
                Connection second = Database.administer();
                Statement closingFirst = first.createStatement();
                Statement closingSecond = second.createStatement();
                ExecutorService enterprise = Executors.newSingleThreadExecutor()) {
            // Given
            closingFirst.executeUpdate("DROP INDEX known_special_class_one_open");
            closingFirst.executeUpdate(
                    "INSERT INTO known_special_class SELECT (jsonb_populate_record(c, jsonb_build_object('class_id',"
                            + " gen_random_uuid()))).* FROM known_special_class c");
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            closingFirst.executeUpdate(
                    "UPDATE known_special_class SET open = false WHERE class_id = '" + Known.CLASS + "'");
            closingSecond.executeUpdate(
                    "UPDATE known_special_class SET open = false WHERE class_id <> '" + Known.CLASS + "'");

            // When
            Future<Response> filing = enterprise.submit(
                    () -> AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("projectId", Known.PROJECT)));
            awaitWaitingFor(closingFirst);
            first.commit();
            awaitWaitingFor(closingSecond);
            second.commit();

            // Then
            filing.get()
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(201)
                    .body("handler.classId", nullValue())
                    .body("handler.accountableUnit", equalTo("440703-ZR"));
        }
    }

    private static void awaitWaitingFor(Statement closing) throws SQLException {
        String transaction;
        try (ResultSet row = closing.executeQuery("SELECT pg_current_xact_id()::text")) {
            row.next();
            transaction = row.getString(1);
        }
        Awaitility.await()
                .until(() -> Log.count("SELECT count(*) FROM pg_locks WHERE NOT granted AND transactionid::text = '"
                                + transaction + "'")
                        > 0);
    }
}
