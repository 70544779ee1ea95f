package org.pengjiang.appeal.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Database;

/** Up to four matters at once: each an appeal with its own clocks, all of them or none. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SubmittingMattersTest {
    private static final String PATH = "/v1/submissions";

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.rule("440703101", "A04", "440703101");
    }

    @Test
    void eachMatterIsAnAppealAndOneCodeOpensThemAll() {
        // When
        Response submitted = AnAppeal.ENTERPRISE.post(PATH, submission(matter("A04"), matter("A05")));

        // Then
        submitted
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("no", matchesPattern("S-440703-2026-\\d{4,}"))
                .body("queryCode", matchesPattern("[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}"))
                .body("appeals.category", contains("A04", "A05"))
                .body("appeals.state", contains("DISPATCHED", "SUBMITTED"))
                .body("appeals[0].queryCode", nullValue());
        String no = submitted.path("no");
        assertEquals(no.substring(1), submitted.<String>path("appeals[0].no").substring(1));
        AnAppeal.ENTERPRISE
                .get(submitted.header("Location"))
                .then()
                .statusCode(200)
                .body("queryCode", nullValue())
                .body("appeals.submissionNo", contains(no, no));
        AnAppeal.OTHER_ENTERPRISE.get(PATH + "/" + no).then().statusCode(404);
        Map<String, Object> code = Map.of("number", no, "queryCode", submitted.path("queryCode"));
        AnAppeal.OTHER_ENTERPRISE.post("/v1/appeals/lookup", code).then().body("appeals", hasSize(2));
        assertEquals(2, Log.events("appeal.submitted.v1").size());
    }

    @Test
    void aFaultNamesItsMatterAndNothingIsFiled() {
        // Given
        Map<String, Object> nowhere = matter("A04");
        nowhere.remove("divisionCode");
        Map<String, Object> submission = submission(matter("A04"), matter("Q77"), nowhere);
        submission.put("receivedAt", "2026-09-18T16:00:00+08:00");

        // When
        Response refused = AnAppeal.ENTERPRISE.post(PATH, submission);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", hasItems("/matters/1/category", "/matters/2/divisionCode", "/receivedAt"));
        List<String> pointers = refused.path("errors.pointer");
        // who says it, and why it was late, are two faults of one member and are said once
        assertEquals(1, Collections.frequency(pointers, "/receivedReason"), pointers::toString);
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
        assertEquals(0, Log.count("SELECT count(*) FROM event_log WHERE subject_type = 'appeal'"));
    }

    @Test
    void whatFailsAtTheSecondMatterTakesTheFirstBack() {
        // Given
        Map<String, Object> second = matter("A04");
        second.put("title", "第二项（虚构）");
        Rows.execute("ALTER TABLE appeal ADD CONSTRAINT appeal_no_second CHECK (title <> '第二项（虚构）')");

        // When
        Response failed;
        try {
            failed = AnAppeal.ENTERPRISE.post(PATH, submission(matter("A04"), second));
        } finally {
            Rows.execute("ALTER TABLE appeal DROP CONSTRAINT appeal_no_second");
        }

        // Then
        failed.then().log().ifValidationFails().statusCode(greaterThanOrEqualTo(400));
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
        assertEquals(0, Log.count("SELECT count(*) FROM event_log WHERE subject_type = 'appeal'"));
        assertEquals(0, Log.count("SELECT count(*) FROM task"));
        AnAppeal.ENTERPRISE.post(PATH, submission(matter("A04"), second)).then().statusCode(201);
    }

    @Test
    void thereIsAtLeastOneMatterAndAtMostFour() {
        AnAppeal.ENTERPRISE
                .post(PATH, submission())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/matters"));
        AnAppeal.ENTERPRISE
                .post(PATH, submission(matter("A04"), matter("A04"), matter("A04"), matter("A04"), matter("A04")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/matters"));
        AnAppeal.PARTNER.post(PATH, submission(matter("A04"))).then().statusCode(403);
    }

    @Test
    void aUnitThatIsHalfNamedIsAFaultOfItsMatter() {
        // Given
        Map<String, Object> half = matter("A04");
        half.put("aboutUnit", Map.of("code", "440703101"));

        // When
        Response refused = AnAppeal.ENTERPRISE.post(PATH, submission(matter("A04"), half));

        // Then
        refused.then().statusCode(400).body("errors.pointer", contains("/matters/1/aboutUnit/divisionCode"));
    }

    @SafeVarargs
    private static Map<String, Object> submission(Map<String, Object>... matters) {
        Map<String, Object> submission = new HashMap<>();
        submission.put("matters", List.of(matters));
        submission.put("contact", Map.of("name", "范例甲", "phone", "13812341234"));
        return submission;
    }

    private static Map<String, Object> matter(String category) {
        Map<String, Object> matter = AnAppeal.filing("category", category);
        matter.remove("contact");
        return matter;
    }
}
