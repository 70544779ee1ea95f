package org.pengjiang.appeal.dispatching;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
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
}
