package org.pengjiang.appeal.casefile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Database;

/** What the migration finds of the rounds before it is what the service would have written. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class RoundsOfBeforeTest {
    private static final String ROUNDS = """
            SELECT concat_ws(' ', round, cause, unit_code, began_at, accepted_at, dispatched_at, signed_at, signed_automatically,
                   contacted_at, replied_at, ended_at, result, closed_by, contact_minutes, reply_minutes, end_minutes, level)
              FROM appeal_round ORDER BY appeal_id, round""";
    private static final String PRESENT =
            "SELECT concat_ws(' ', round, round_cause, round_began_at, round_level) FROM appeal ORDER BY id";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theRoundsOfBeforeAreFilledFromWhatIsKept() throws IOException {
        // Given: one in its second round, one closed in its second
        ratedBadly();
        AnAppeal closed = ratedBadly();
        closed.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        closed.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        closed.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
        closed.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);
        List<String> written = Rows.texts(ROUNDS);
        List<String> present = Rows.texts(PRESENT);
        assertEquals(3, written.size());

        // When
        Known.write("DELETE FROM appeal_round");
        Known.write("UPDATE appeal SET round_cause = 'FILED', round_began_at = NULL, round_level = 0");
        for (String statement : migration().split(";\\s*\n")) {
            String sql = statement.replaceAll("(?m)^--.*$", "").strip();
            if (sql.startsWith("UPDATE") || sql.startsWith("INSERT")) {
                Known.write(sql);
            }
        }

        // Then
        assertEquals(written, Rows.texts(ROUNDS));
        assertEquals(present, Rows.texts(PRESENT));
        assertTrue(present.getFirst().startsWith("2 REWORK 20"), present.getFirst());
    }

    @Test
    void aRoundThatTheReleaseBeforeBeganCountsFromItsDispatch() {
        // Given: it knows nothing of these columns
        AnAppeal appeal = ratedBadly();
        Known.write("UPDATE appeal SET round_cause = 'FILED', round_began_at = NULL, round_level = 0");

        // When
        Response rounds = AnAppeal.CLERK.get(appeal.path() + "/rounds");

        // Then
        rounds.then()
                .statusCode(200)
                .body("cause", contains("FILED", "REWORK"))
                .body("[1].beganAt", equalTo(rounds.path("[1].dispatchedAt")));
    }

    private static AnAppeal ratedBadly() {
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
        return appeal;
    }

    private static String migration() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RoundsOfBeforeTest.class.getResourceAsStream("/db/migration/V071__rounds_of_appeals.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
