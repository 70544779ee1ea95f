package org.pengjiang.appeal.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class BadInputTest {
    private static final String OWN = Known.ENTERPRISE;

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingIsKept() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("category", "Q77");
        filing.put("divisionCode", "44");
        filing.put("projectId", "0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5aff");
        filing.put("receivedAt", "2026-09-19T17:00:00+08:00");
        filing.put("externalId", "X-1");

        // When
        Response refused = AnAppeal.DISPATCHER.post("/v1/appeals", filing);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "ENTERPRISE_MISSING",
                                "CATEGORY_UNKNOWN",
                                "PROJECT_UNKNOWN",
                                "DIVISION_TOO_WIDE",
                                "RECEIVED_IN_FUTURE",
                                "SOURCE_OF_PARTNERS"));
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
        assertEquals(0, Log.count("SELECT count(*) FROM event_log WHERE subject_type = 'appeal'"));
    }

    @Test
    void aBodyThatIsNoFilingIsRefusedWithEveryFault() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("title", " ");
        filing.put("nature", "WHATEVER");
        filing.put("receivedAt", "2026-09-18T17:00:00");
        filing.put("contact", Map.of("name", "范例甲", "phone", "123"));
        filing.put("extra", 1);

        // When
        Response refused = AnAppeal.ENTERPRISE.post("/v1/appeals", filing);

        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors.pointer", hasItems("/nature", "/receivedAt", "/contact/phone", "/extra"));
        assertEquals(0, Log.count("SELECT count(*) FROM appeal"));
    }

    @Test
    void placesOutsideTheCallersDivisionOrTooNarrowAreRefused() {
        // When
        Response elsewhere = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("divisionCode", "440704"));
        Response village = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("divisionCode", "440703101001"));
        Map<String, Object> nowhere = AnAppeal.filing();
        nowhere.remove("divisionCode");
        Response missing = AnAppeal.ENTERPRISE.post("/v1/appeals", nowhere);

        // Then
        elsewhere.then().statusCode(422).body("errors.code", hasItem("DIVISION_OUT_OF_SCOPE"));
        village.then().statusCode(422).body("errors.code", hasItem("DIVISION_TOO_NARROW"));
        missing.then().statusCode(422).body("errors.code", hasItem("DIVISION_MISSING"));
    }

    @Test
    void anEnterpriseFilesForItselfAndItsOwnProjectsAlone() {
        // When
        Response forOther = AnAppeal.OTHER_ENTERPRISE.post("/v1/appeals", AnAppeal.filing("enterprise", OWN));
        Response foreignProject =
                AnAppeal.OTHER_ENTERPRISE.post("/v1/appeals", AnAppeal.filing("projectId", Known.PROJECT));
        Response backdated =
                AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("receivedAt", "2026-09-18T16:00:00+08:00"));
        Response noCode = Api.as(Persona.of("someone", "440703", "ENTERPRISE")).post("/v1/appeals", AnAppeal.filing());
        Response auditor = Api.as("auditor").post("/v1/appeals", AnAppeal.filing());
        Response nobody = Api.anonymous().post("/v1/appeals", AnAppeal.filing());

        // Then
        forOther.then().statusCode(403).body("code", equalTo("ENTERPRISE_NOT_OWN"));
        foreignProject.then().statusCode(422).body("errors.code", hasItem("PROJECT_UNKNOWN"));
        backdated.then().statusCode(422).body("errors.code", hasItem("RECEIVED_NOT_SAID_BY_YOU"));
        noCode.then().statusCode(403);
        auditor.then().statusCode(403);
        nobody.then().statusCode(401);
    }

    @Test
    void whatWasReceivedLongAgoIsNotFiledAsIfItWereNew() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", OWN);
        filing.put("receivedReason", "补录（虚构）");
        filing.put("receivedAt", "2026-08-01T09:00:00+08:00");

        // When
        Response tooLong = AnAppeal.DISPATCHER.post("/v1/appeals", filing);
        filing.put("receivedAt", "2026-09-17T09:00:00+08:00");
        Response yesterday = AnAppeal.DISPATCHER.post("/v1/appeals", filing);

        // Then
        tooLong.then().statusCode(422).body("errors.code", hasItem("RECEIVED_TOO_LONG_AGO"));
        yesterday
                .then()
                .statusCode(201)
                .body("receivedAt", equalTo("2026-09-17T01:00:00Z"))
                .body("clocks.find { it.clock == 'CONTACT' }.dueAt", equalTo("2026-09-17T02:00:00Z"));
    }

    @Test
    void whatAPartnerFilesTwiceStandsOnce() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", OWN);
        Response bare = AnAppeal.PARTNER.post("/v1/appeals", filing);
        filing.put("sourceSystem", "12345");
        filing.put("externalId", "H-2026-1");

        // When
        Response first = AnAppeal.PARTNER.post("/v1/appeals", filing);
        Response again = AnAppeal.PARTNER.post("/v1/appeals", filing);

        // Then
        bare.then().statusCode(422).body("errors.code", hasItem("EXTERNAL_ID_INCOMPLETE"));
        first.then().statusCode(201).body("source", equalTo("PARTNER"));
        again.then().statusCode(200).body("id", equalTo(first.path("id")));
        assertEquals(1, Log.count("SELECT count(*) FROM appeal"));
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        // When
        Response first = AnAppeal.ENTERPRISE
                .request()
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body(AnAppeal.filing())
                .post("/v1/appeals");
        Response again = AnAppeal.ENTERPRISE
                .request()
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body(AnAppeal.filing())
                .post("/v1/appeals");

        // Then
        first.then().statusCode(201);
        assertEquals(first.body().asString(), again.body().asString());
        assertEquals(1, Log.count("SELECT count(*) FROM appeal"));
    }

    @Test
    void urgencyAndNatureDecideTheTimeClass() {
        // When
        Response emergency = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("urgency", "EMERGENCY"));
        Response question = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("nature", "CONSULTATION"));
        Response arrears = AnAppeal.ENTERPRISE.post("/v1/appeals", AnAppeal.filing("category", "C04"));

        // Then
        emergency
                .then()
                .statusCode(201)
                .body("timeClass", equalTo("P0"))
                .body("clocks.find { it.clock == 'CONTACT' }.rule.unit", equalTo("NATURAL_MINUTES"));
        question.then().statusCode(201).body("timeClass", equalTo("P2"));
        arrears.then()
                .statusCode(201)
                .body("timeClass", equalTo("S"))
                .body("clocks.find { it.clock == 'RESOLVE' }.rule.amount", equalTo(10));
    }

    @Test
    void aUnitIsFoundHoweverItsCodeIsSpelled() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);

        // When
        Response dispatched = appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "\u200b４40703101\u00a0"));

        // Then
        dispatched
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("handler.accountableUnit", equalTo("440703101"));
    }

    @Test
    void aStaleVersionAndAMissingOneAreRefused() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());
        String before = appeal.etag();
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);

        // When
        Response stale = AnAppeal.DISPATCHER.post(appeal.path() + "/dispatch", Map.of("unit", "440703101"), before);
        Response missing = AnAppeal.DISPATCHER.post(appeal.path() + "/dispatch", Map.of("unit", "440703101"));
        Response wrongState = appeal.does(AnAppeal.DISPATCHER, "accept", null);

        // Then
        stale.then().statusCode(412);
        missing.then().statusCode(428);
        wrongState
                .then()
                .statusCode(409)
                .body("code", equalTo("COMMAND_NOT_ALLOWED"))
                .body("state", equalTo("PENDING_DISPATCH"))
                .body("allowedCommands", hasItems("dispatchAppeal", "writeMessage"));
    }
}
