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
            "SELECT concat_ws(' ', round, round_cause, round_began_at, round_level, round_described) FROM appeal ORDER BY id";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void theRoundsOfBeforeAreFilledFromWhatIsKept() throws IOException {
        // Given: one in its second round, one closed in its second, and one in its third that has broken its LIMIT in
        // the first
        ratedBadly();
        AnAppeal closed = ratedBadly();
        answer(closed);
        AnAppeal late = AnAppeal.replied();
        Known.write("UPDATE appeal SET supervision_level = 2 WHERE id = '" + late.id + "'");
        rateBadly(late);
        answer(late);
        rateBadly(late);
        closed.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);
        List<String> written = Rows.texts(ROUNDS);
        List<String> present = Rows.texts(PRESENT);
        assertEquals(5, written.size());

        // When
        Known.write("DELETE FROM appeal_round");
        Known.write(
                "UPDATE appeal SET round_cause = 'FILED', round_began_at = NULL, round_level = 0, round_described = 1");
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
        Known.write(
                "UPDATE appeal SET round_cause = 'FILED', round_began_at = NULL, round_level = 0, round_described = 1");

        // When
        Response rounds = AnAppeal.CLERK.get(appeal.path() + "/rounds");

        // Then
        rounds.then()
                .statusCode(200)
                .body("cause", contains("FILED", "REWORK"))
                .body("[1].beganAt", equalTo(rounds.path("[1].dispatchedAt")));
    }

    @Test
    void aThirdRoundThatTheReleaseBeforeBeganCountsFromItsDispatchToo() {
        // Given: what is said of the second round stands there still
        AnAppeal appeal = ratedBadly();
        answer(appeal);
        rateBadly(appeal);
        Known.write("UPDATE appeal SET round_described = 2, round_began_at = received_at, round_level = 1");

        // When
        Response rounds = AnAppeal.CLERK.get(appeal.path() + "/rounds");

        // Then
        rounds.then()
                .statusCode(200)
                .body("cause", contains("FILED", "REWORK", "REWORK"))
                .body("[2].beganAt", equalTo(rounds.path("[2].dispatchedAt")));
    }

    private static AnAppeal ratedBadly() {
        AnAppeal appeal = AnAppeal.replied();
        rateBadly(appeal);
        return appeal;
    }

    private static void rateBadly(AnAppeal appeal) {
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "NOT", "stars", 1))
                .then()
                .statusCode(200);
    }

    private static void answer(AnAppeal appeal) {
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        appeal.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60)).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);
    }

    private static String migration() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                RoundsOfBeforeTest.class.getResourceAsStream("/db/migration/V117__rounds_of_before.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
