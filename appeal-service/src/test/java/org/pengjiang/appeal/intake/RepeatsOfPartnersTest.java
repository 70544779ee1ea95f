package org.pengjiang.appeal.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** What a partner sends again is safe for ever, and another content is neither taken over nor lost. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class RepeatsOfPartnersTest {
    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void aRepeatIsAnsweredWhateverHasChangedSince() {
        // Given
        UUID stored = StoredAppeal.in("440703101")
                .of(Known.ENTERPRISE)
                .with("category", "Q77")
                .with("source", "PARTNER")
                .with("submitted_by", Persona.named("city-platform").subject())
                .with("source_system", "closed-down")
                .with("external_id", "H-1")
                .stored();
        Map<String, Object> filing = filing("H-1");
        filing.put("sourceSystem", "closed-down");
        filing.put("category", "Q77");
        filing.put("receivedAt", "2026-08-01T09:00:00+08:00");
        filing.put("receivedReason", "补录（虚构）");

        // When
        Response again = AnAppeal.PARTNER.post("/v1/appeals", filing);

        // Then
        again.then().log().ifValidationFails().statusCode(200).body("id", equalTo(stored.toString()));
        assertEquals(1, Log.count("SELECT count(*) FROM appeal"));
    }

    @Test
    void anOlderVersionChangesNothing() {
        // Given
        Map<String, Object> filing = filing("H-1");
        filing.put("sourceVersion", 3);
        Response first = AnAppeal.PARTNER.post("/v1/appeals", filing);
        first.then().log().ifValidationFails().statusCode(201).body("sourceVersion", equalTo(3));
        filing.put("title", "另一标题（虚构）");

        for (int version : new int[] {2, 0}) {
            filing.put("sourceVersion", version);

            // When
            Response again = AnAppeal.PARTNER.post("/v1/appeals", filing);

            // Then
            again.then()
                    .statusCode(200)
                    .body("id", equalTo(first.path("id")))
                    .body("title", equalTo("厂区停水"))
                    .body("sourceConflict", nullValue());
        }
        assertEquals(0, Log.count("SELECT count(*) FROM source_conflict"));
        filing.put("sourceVersion", 3);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("sourceConflict", notNullValue());
    }

    @Test
    void theNewestVersionIsRememberedWhateverWasInIt() {
        // Given
        Map<String, Object> filing = filing("H-1");
        filing.put("sourceVersion", 1);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(201);
        filing.put("sourceVersion", 5);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("sourceConflict", nullValue());
        filing.put("title", "另一标题（虚构）");

        // When
        filing.put("sourceVersion", 4);
        Response older = AnAppeal.PARTNER.post("/v1/appeals", filing);
        filing.put("sourceVersion", 5);
        Response equal = AnAppeal.PARTNER.post("/v1/appeals", filing);

        // Then
        older.then().statusCode(200).body("sourceConflict", nullValue());
        equal.then().statusCode(200).body("sourceConflict", notNullValue());
    }

    @Test
    void eachCorrectionOfAContactIsAConflictAndNoneSaysWhatItIs() {
        // Given
        Map<String, Object> filing = filing("H-1");
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(201);

        // When
        filing.put("contact", Map.of("name", "范例乙", "phone", "13912341234"));
        Response first = AnAppeal.PARTNER.post("/v1/appeals", filing);
        filing.put("contact", Map.of("name", "范例乙", "phone", "13712341234"));
        Response second = AnAppeal.PARTNER.post("/v1/appeals", filing);

        // Then
        first.then().statusCode(200).body("sourceConflict", notNullValue());
        second.then().statusCode(200).body("sourceConflict", not(equalTo(first.path("sourceConflict"))));
        assertEquals(2, Log.count("SELECT count(*) FROM source_conflict WHERE sent = ARRAY['']"));
    }

    @Test
    void whoAppealsIsComparedWhole() {
        // Given
        Map<String, Object> filing = filing("H-1");
        filing.put("appellant", appellant("FOREIGN_ENTERPRISE", "HK"));
        AnAppeal.PARTNER
                .post("/v1/appeals", filing)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("sourceConflict", nullValue());

        // When
        filing.put("appellant", appellant("FOREIGN_ENTERPRISE", "SG"));
        Response elsewhere = AnAppeal.PARTNER.post("/v1/appeals", filing);
        filing.put("appellant", appellant("SOLE_TRADER", null));
        Response another = AnAppeal.PARTNER.post("/v1/appeals", filing);

        // Then
        AnAppeal.DISPATCHER
                .get("/v1/source-conflicts/" + elsewhere.path("sourceConflict"))
                .then()
                .body("differences.pointer", contains("/appellant/registerCountry"));
        AnAppeal.DISPATCHER
                .get("/v1/source-conflicts/" + another.path("sourceConflict"))
                .then()
                .body(
                        "differences.pointer",
                        contains("/appellant/kind", "/appellant/registerNumber", "/appellant/registerCountry"));
    }

    @Test
    void settledContentThatComesAgainAsANewerVersionIsOpenAgain() {
        // Given
        Map<String, Object> filing = filing("H-1");
        filing.put("sourceVersion", 1);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(201);
        filing.put("title", "另一标题（虚构）");
        filing.put("sourceVersion", 2);
        String path = "/v1/source-conflicts/"
                + AnAppeal.PARTNER.post("/v1/appeals", filing).path("sourceConflict");
        AnAppeal.DISPATCHER
                .post(
                        path + "/settle",
                        Map.of("note", "已核对"),
                        AnAppeal.DISPATCHER.get(path).header("ETag"))
                .then()
                .statusCode(200);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200);
        AnAppeal.DISPATCHER.get(path).then().body("settledAt", notNullValue());

        // When
        filing.put("sourceVersion", 3);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200);

        // Then
        AnAppeal.DISPATCHER.get(path).then().body("settledAt", nullValue()).body("sourceVersion", equalTo(3));
        AnAppeal.DISPATCHER
                .get("/v1/tasks?mine&kind=source-conflict-to-settle")
                .then()
                .body("items.link", contains(path));
    }

    private static Map<String, Object> appellant(String kind, String country) {
        Map<String, Object> appellant = new HashMap<>();
        appellant.put("kind", kind);
        appellant.put("name", "范例（虚构）");
        if (country != null) {
            appellant.put("registerNumber", "1234567");
            appellant.put("registerCountry", country);
        }
        return appellant;
    }

    @Test
    void aNewerVersionWithAnotherContentIsNamedAsAConflictThatTheCentreSettles() {
        // Given
        Map<String, Object> filing = filing("H-1");
        filing.put("sourceVersion", 1);
        String appeal = AnAppeal.PARTNER.post("/v1/appeals", filing).path("id");
        filing.put("sourceVersion", 2);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("sourceConflict", nullValue());
        filing.put("enterprise", "91440703MA5ABCDE5X");
        filing.put("contact", Map.of("name", "范例乙", "phone", "13912341234"));

        // When
        Response conflicting = AnAppeal.PARTNER.post("/v1/appeals", filing);
        Response again = AnAppeal.PARTNER.post("/v1/appeals", filing);

        // Then
        conflicting
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("id", equalTo(appeal))
                .body("enterprise", equalTo(Known.ENTERPRISE))
                .body("sourceConflict", notNullValue());
        String conflict = conflicting.path("sourceConflict");
        again.then().statusCode(200).body("sourceConflict", equalTo(conflict));
        assertEquals(1, Log.count("SELECT count(*) FROM source_conflict"));
        AnAppeal.DISPATCHER
                .get("/v1/tasks?mine&kind=source-conflict-to-settle")
                .then()
                .body("items.link", contains("/v1/source-conflicts/" + conflict));
        AnAppeal.CLERK.get("/v1/source-conflicts/" + conflict).then().statusCode(403);
        Response shown = AnAppeal.DISPATCHER.get("/v1/source-conflicts/" + conflict);
        shown.then()
                .statusCode(200)
                .body("differences.pointer", contains("/enterprise", "/contact"))
                .body("differences.sent", contains("91440703MA5ABCDE5X", ""));
        AnAppeal.DISPATCHER
                .post("/v1/source-conflicts/" + conflict + "/settle", Map.of("note", "已与平台核对"), shown.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("note", equalTo("已与平台核对"));
        AnAppeal.DISPATCHER
                .get("/v1/tasks?mine&kind=source-conflict-to-settle")
                .then()
                .body("items", empty());
        assertFalse(Log.events("source-conflict.noted.v1").toString().contains("范例乙"));
        filing.put("sourceVersion", 1);
        filing.put("title", "第三种内容（虚构）");
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().body("sourceConflict", nullValue());
    }

    @Test
    void withoutVersionsAnotherContentIsAConflictToo() {
        // Given
        Map<String, Object> filing = filing("H-1");
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(201);
        filing.put("description", "更正后的说明（虚构）");

        // Then
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("sourceConflict", notNullValue());
    }

    @Test
    void aClockThatIsALittleAheadOrBehindIsNoFault() {
        // Given
        Instant now = Instant.parse(
                AnAppeal.PARTNER.post("/v1/appeals", filing("H-0")).path("recordedAt"));
        Map<String, Object> filing = filing("H-1");
        filing.put("receivedAt", now.plus(Duration.ofMinutes(4)).toString());
        Map<String, Object> behind = filing("H-3");
        behind.put("receivedAt", now.minus(Duration.ofMinutes(4)).toString());
        Map<String, Object> farAhead = filing("H-2");
        farAhead.put("receivedAt", now.plus(Duration.ofMinutes(30)).toString());
        farAhead.put("receivedReason", "补录（虚构）");

        // When
        Response filed = AnAppeal.PARTNER.post("/v1/appeals", filing);
        Response late = AnAppeal.PARTNER.post("/v1/appeals", behind);
        Response refused = AnAppeal.PARTNER.post("/v1/appeals", farAhead);

        // Then
        filed.then().log().ifValidationFails().statusCode(201);
        assertEquals(filed.<String>path("recordedAt"), filed.path("receivedAt"));
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(200).body("sourceConflict", nullValue());
        late.then().log().ifValidationFails().statusCode(201);
        assertEquals(behind.get("receivedAt"), late.path("receivedAt"));
        refused.then().statusCode(422).body("errors.code", hasItem("RECEIVED_IN_FUTURE"));
    }

    @Test
    void thePartnersNumberStandsForAKeyAndNothingElseDoes() {
        // Then
        withoutKey(AnAppeal.PARTNER, filing("H-1"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        withoutKey(AnAppeal.PARTNER, filing("H-1")).then().statusCode(200);
        withoutKey(AnAppeal.ENTERPRISE, AnAppeal.filing())
                .then()
                .statusCode(428)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        withoutKey(AnAppeal.PARTNER, AnAppeal.filing("enterprise", Known.ENTERPRISE))
                .then()
                .statusCode(428);
        assertEquals(1, Log.count("SELECT count(*) FROM appeal"));
    }

    private static Response withoutKey(Api by, Map<String, Object> filing) {
        return by.request().contentType("application/json").body(filing).post("/v1/appeals");
    }

    private static Map<String, Object> filing(String number) {
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "12345");
        filing.put("externalId", number);
        return filing;
    }
}
