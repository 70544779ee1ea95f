package org.pengjiang.appeal.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** The directory is measured by what became of the appeals that it dispatched. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class HitRateTest {
    private static final String RATE = "/v1/dispatch-rules/hit-rate";
    private static final String SEPTEMBER = RATE + "?from=2026-09-01&to=2026-09-30";

    @BeforeEach
    void oneRule() {
        Database.reset();
        Known.district();
        Known.rule("440703101", "A04", "440703101");
    }

    @Test
    void whatStayedWithTheUnitOfTheRuleIsAHit() {
        // Given: two by the rule, of which one went on to another unit, and one that the centre had to dispatch
        AnAppeal.filed(AnAppeal.filing());
        AnAppeal moved = AnAppeal.filed(AnAppeal.filing());
        AnAppeal.atTown(AnAppeal.filed(AnAppeal.filing("category", "A05")));
        Rows.execute(
                "INSERT INTO assignment (id, appeal_id, seq, round, handler_kind, accountable_unit, named_by, account,"
                        + " assigned_at) VALUES (gen_random_uuid(), '" + moved.id
                        + "', 2, 1, 'UNIT', '440703-ZR', 'DISPATCHER', 'somebody', now())");

        // When
        Response rate = AnAppeal.DISPATCHER.get(SEPTEMBER);

        // Then
        rate.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("categories.category", equalTo(List.of("A04", "A05")))
                .body("categories.dispatched", equalTo(List.of(2, 1)))
                .body("categories.byRule", equalTo(List.of(2, 0)))
                .body("categories.stayed", equalTo(List.of(1, 0)))
                .body("categories.hitBasisPoints", equalTo(List.of(5000, 0)));
        Api.as(Persona.of("another-dispatcher", "440704", "DISPATCHER"))
                .get(SEPTEMBER)
                .then()
                .statusCode(200)
                .body("categories", equalTo(List.of()));
        assertEquals(200, Api.as("supervisor").get(SEPTEMBER).statusCode());
        assertEquals(403, AnAppeal.CLERK.get(SEPTEMBER).statusCode(), "it counts what is kept from the unit");
    }

    @Test
    void thePeriodIsBounded() {
        AnAppeal.DISPATCHER.get(RATE + "?from=2026-01-01").then().statusCode(400);
        AnAppeal.DISPATCHER
                .get(RATE + "?from=2026-01-01&to=2026-09-30")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("PERIOD_TOO_LONG")));
        AnAppeal.DISPATCHER
                .get(RATE + "?from=2026-01-02&to=2026-01-01")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("LAST_DAY_BEFORE_FIRST")));
    }
}
