package org.pengjiang.appeal.handling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.settings.Settings;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** A district decides how long a call has to last, and how far back an appeal may have been received. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ProofsOfADistrictTest {
    private static final String PROOFS = "/v1/settings/proofs";
    private static final Api ADMIN = Api.as("admin");
    private static final Api LEADER = Api.as("leader");

    @Inject
    Settings settings;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void twoPeopleDecideThem() {
        // Given
        AnAppeal.CLERK
                .get("/v1/settings")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("name", hasItem("proofs"))
                .body("find { it.name == 'proofs' }.decidedByTwo", equalTo(true));

        // When
        ADMIN.put(PROOFS, proofs(91, 301), "\"1\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/value/receivedDaysBack", "/value/shortestCallSeconds"));
        Response proposed = ADMIN.put(PROOFS, proofs(5, 60), "\"1\"");

        // Then
        proposed.then().log().ifValidationFails().statusCode(202);
        String path = proposed.header("Location");
        assertEquals(
                List.of(path),
                LEADER.get("/v1/tasks?mine&kind=setting-to-confirm").path("items.link"));
        ADMIN.post(path + "/confirm", null, proposed.header("ETag")).then().statusCode(403);
        LEADER.post(path + "/confirm", null, proposed.header("ETag")).then().statusCode(200);
        ADMIN.get(PROOFS).then().body("latestVersion", equalTo(2)).body("inForce.version", equalTo(1));
    }

    @Test
    void fromTheirDayOnACallThatIsShorterIsNoContact() {
        // Given
        AnAppeal before = atTown();
        before.does(AnAppeal.CLERK, "contacts", AnAppeal.call(20))
                .then()
                .statusCode(201)
                .body("verified", equalTo(true));

        // When
        decided(5, 60);

        // Then
        AnAppeal after = atTown();
        after.does(AnAppeal.CLERK, "contacts", AnAppeal.call(59))
                .then()
                .statusCode(201)
                .body("verified", equalTo(false));
        after.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60))
                .then()
                .statusCode(201)
                .body("verified", equalTo(true));
        AnAppeal.CLERK.get(before.path() + "/contacts").then().body("verified", contains(true));
    }

    @Test
    void fromTheirDayOnAnEarlierReceiptIsRefused() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("receivedReason", "补录（虚构）");
        filing.put("receivedAt", "2026-09-08T09:00:00+08:00");
        AnAppeal.DISPATCHER
                .post("/v1/appeals", filing)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);

        // When
        decided(5, 60);

        // Then
        AnAppeal.DISPATCHER
                .post("/v1/appeals", filing)
                .then()
                .statusCode(422)
                .body("errors.code", contains("RECEIVED_TOO_LONG_AGO"))
                .body("errors[0].detail", containsString("5"));
    }

    @Test
    void oneRecordProvesNothingOfAnotherEnterprise() {
        // Given
        AnAppeal first = atTown();
        first.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60))
                .then()
                .statusCode(201)
                .body("proofReused", equalTo(false));
        AnAppeal sameEnterprise = atTown();
        AnAppeal another = AnAppeal.atTown(AnAppeal.known(
                AnAppeal.OTHER_ENTERPRISE.post("/v1/appeals", AnAppeal.filing()).path("id")));
        another.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);

        // When
        Response reused = sameEnterprise.does(AnAppeal.CLERK, "contacts", AnAppeal.call(60));
        Response stolen = another.does(AnAppeal.CLERK, "contacts", call("rec 1"));

        // Then
        reused.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("verified", equalTo(true))
                .body("proofReused", equalTo(true));
        stolen.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", contains("/proof"))
                .body("errors.code", contains("PROOF_OF_ANOTHER"));
        AnAppeal.CLERK.get(another.path() + "/contacts").then().body("$", empty());
        another.does(AnAppeal.CLERK, "contacts", call("REC-2")).then().statusCode(201);
        Rows.execute("UPDATE proof_record SET day = day - 1");
        AnAppeal.CLERK.get(first.path() + "/contacts").then().body("proofReused", contains(false));
        another.does(AnAppeal.CLERK, "contacts", call("REC-1"))
                .then()
                .statusCode(201)
                .body("proofReused", equalTo(true));
    }

    @Test
    void aRecordIsRememberedForAMonthOnWhateverChannelAndHoweverItIsTyped() {
        // Given: a machine answered, and a call was too short
        AnAppeal first = atTown();
        first.does(AnAppeal.CLERK, "contacts", AnAppeal.call(5))
                .then()
                .statusCode(201)
                .body("verified", equalTo(false));
        AnAppeal another = AnAppeal.atTown(AnAppeal.known(
                AnAppeal.OTHER_ENTERPRISE.post("/v1/appeals", AnAppeal.filing()).path("id")));
        another.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);

        // When
        Response own = another.does(AnAppeal.CLERK, "contacts", call("ＲＥＣ－１"));
        Response otherChannel = first.does(
                AnAppeal.CLERK, "contacts", Map.of("channel", "MESSAGE", "answered", true, "proof", "rec-1"));
        Response noNumber = first.does(AnAppeal.CLERK, "contacts", call("录音"));
        Rows.execute("UPDATE proof_record SET day = day - 40");
        Response later = first.does(AnAppeal.CLERK, "contacts", call("REC-1"));

        // Then
        own.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("verified", equalTo(true))
                .body("proofReused", equalTo(false));
        otherChannel.then().log().ifValidationFails().statusCode(201).body("proofReused", equalTo(true));
        noNumber.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("errors.pointer", contains("/proof"))
                .body("errors.code", contains("CONTACT_PROOF_INCOMPLETE"));
        later.then().log().ifValidationFails().statusCode(201).body("proofReused", equalTo(false));
    }

    @Test
    void oneCallAboutTwoMattersOfWhoStandsInNoRegister() {
        // Given
        Map<String, Object> matter = AnAppeal.filing();
        Map<String, Object> submission = new HashMap<>();
        submission.put("contact", matter.remove("contact"));
        submission.put("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）"));
        submission.put("matters", List.of(matter, matter));
        Response filed = AnAppeal.DISPATCHER.post("/v1/submissions", submission);
        filed.then().log().ifValidationFails().statusCode(201);
        List<String> ids = filed.path("appeals.id");

        // When
        List<Response> contacts = ids.stream()
                .map(id -> {
                    AnAppeal appeal = AnAppeal.atTown(AnAppeal.known(id));
                    appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
                    return appeal.does(AnAppeal.CLERK, "contacts", call("REC-1"));
                })
                .toList();

        // Then
        contacts.forEach(contact -> contact.then().log().ifValidationFails().statusCode(201));
        contacts.getLast().then().body("proofReused", equalTo(true));
    }

    @Test
    void whoHasNoCreditCodeIsReachedToo() {
        // Given: by an office, for two who stand in no register yet and one from abroad
        AnAppeal first = ofOffice(Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组（虚构）"));
        AnAppeal second = ofOffice(Map.of("kind", "NOT_YET_REGISTERED", "name", "范例筹备组二（虚构）"));
        Map<String, Object> abroad = Map.of(
                "kind", "FOREIGN_ENTERPRISE", "name", "范例（虚构）", "registerNumber", "1234567", "registerCountry", "SG");

        // Then
        first.does(AnAppeal.CLERK, "contacts", call("REC-1"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        second.does(AnAppeal.CLERK, "contacts", call("REC-1")).then().statusCode(422);
        ofOffice(abroad).does(AnAppeal.CLERK, "contacts", call("REC-2")).then().statusCode(201);
        ofOffice(abroad)
                .does(AnAppeal.CLERK, "contacts", call("REC-2"))
                .then()
                .statusCode(201)
                .body("proofReused", equalTo(true));
    }

    private static AnAppeal ofOffice(Map<String, Object> appellant) {
        Response filed = AnAppeal.DISPATCHER.post("/v1/appeals", AnAppeal.filing("appellant", appellant));
        filed.then().log().ifValidationFails().statusCode(201);
        AnAppeal appeal = AnAppeal.atTown(AnAppeal.known(filed.path("id")));
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        return appeal;
    }

    private static Map<String, Object> call(String record) {
        return Map.of("channel", "CALL", "answered", true, "seconds", 60, "proof", record);
    }

    private static AnAppeal atTown() {
        AnAppeal appeal = AnAppeal.atTown();
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
        return appeal;
    }

    /** Proposed and confirmed; then their day comes. */
    private void decided(int daysBack, int seconds) {
        Response proposed = ADMIN.put(PROOFS, proofs(daysBack, seconds), "\"1\"");
        proposed.then().log().ifValidationFails().statusCode(202);
        LEADER.post(proposed.header("Location") + "/confirm", null, proposed.header("ETag"))
                .then()
                .statusCode(200);
        Rows.execute("UPDATE division_setting_version SET effective_from = '2026-01-01'");
        settings.forget();
    }

    private static Map<String, Object> proofs(int daysBack, int seconds) {
        return Map.of(
                "value",
                Map.of("receivedDaysBack", daysBack, "shortestCallSeconds", seconds, "recordDays", 30),
                "effectiveFrom",
                "2027-01-01",
                "source",
                "范例决定");
    }
}
