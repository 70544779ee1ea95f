package org.pengjiang.appeal.cooperating;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.StreamClient;

/** The town handles an appeal and asks a department to help. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class CotasksTest {
    private static final String DEPARTMENT = "440703-ZR";
    private static final String OTHER = "440703-SW";
    private static final Api CO_CLERK = AnAppeal.DEPARTMENT_CLERK;
    private static final Api CO_HEAD = head(DEPARTMENT);
    private static final Api OTHER_HEAD = head(OTHER);
    private static final Map<String, Object> ANSWER = Map.of("text", "管网已查（虚构）。");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.write("INSERT INTO known_unit VALUES"
                + " (gen_random_uuid(), '440703-SW', 'Water department (fictional)', '440703', 'DEPARTMENT', 1)");
    }

    @Test
    void aUnitThatIsAskedSeesTheAppealAndDoesItsPart() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        CO_CLERK.get(appeal.path()).then().body("view", equalTo("OFFICE"));
        CO_CLERK.get("/v1/inbox").then().body("items", empty());

        // When
        Response added = add(appeal, DEPARTMENT, true);

        // Then
        added.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .header("Location", equalTo(appeal.path() + "/cotasks"))
                .body("seq", equalTo(1))
                .body("unit", equalTo(DEPARTMENT))
                .body("outcome", equalTo("OPEN"))
                .body("dueAt", notNullValue())
                .body("objectionUntil", startsWith("2026-09-20T06:3"));
        CO_CLERK.get(appeal.path())
                .then()
                .body("view", equalTo("HANDLER"))
                .body("title", equalTo("厂区停水"))
                .body("allowedCommands", contains("finishCotask"));
        CO_HEAD.get(appeal.path()).then().body("allowedCommands", contains("objectToCotask", "finishCotask"));
        OTHER_HEAD.get(appeal.path()).then().body("view", equalTo("OFFICE"));
        CO_CLERK.get("/v1/inbox").then().body("items.id", contains(appeal.id));
        OTHER_HEAD.get("/v1/inbox").then().body("items", empty());
        CO_CLERK.get("/v1/appeals?q=停水").then().body("items.id", contains(appeal.id));
        CO_CLERK.get(appeal.path() + "/contact").then().statusCode(403);
        CO_CLERK.get(appeal.path() + "/clocks/" + added.path("clockId") + "/explain")
                .then()
                .statusCode(200)
                .body("sentences", hasItem(startsWith("按主办单位剩余答复时限的一定比例确定")));
        CO_CLERK.get("/v1/tasks?mine")
                .then()
                .body("items.kind", contains("cotask-to-finish"))
                .body("items[0].dueAt", startsWith("2026-09-21T17:"));
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE kind = 'cotask-to-finish' AND recipient = '" + DEPARTMENT
                        + "'"));
        AnAppeal.CLERK
                .get(appeal.path())
                .then()
                .body("allowedCommands", hasItems("addCotask", "coordinateAppeal"))
                .body("allowedCommands", not(hasItem("replyToAppeal")));

        // When
        Response finished = appeal.does(CO_CLERK, "cotasks/1/finish", ANSWER);

        // Then
        finished.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("outcome", equalTo("FINISHED"))
                .body("inTime", equalTo(true))
                .body("result", equalTo("管网已查（虚构）。"));
        CO_CLERK.get("/v1/inbox").then().body("items", empty());
        CO_CLERK.get("/v1/tasks?mine").then().body("items", empty());
        CO_CLERK.get(appeal.path()).then().body("view", equalTo("HANDLER")).body("allowedCommands", empty());
        CO_CLERK.get(appeal.path() + "/cotasks").then().body("seq", contains(1));
        assertEquals(1, Log.count("SELECT count(*) FROM notice WHERE kind = 'cotask-finished'"));
        assertEquals(
                List.of("CO_HANDLER true"),
                Rows.texts("SELECT capacity || ' ' || (to_at IS NOT NULL) FROM appeal_involvement WHERE unit = '"
                        + DEPARTMENT + "'"));
        assertEquals(
                List.of("appeal.cotask-added.v1", "appeal.cotask-finished.v1"),
                Log.types(appeal.id).stream()
                        .filter(type -> type.contains("cotask"))
                        .toList());
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
    }

    @Test
    void theStreamOfItsInboxTellsTheUnit() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        try (StreamClient stream = StreamClient.open(Persona.named("department-clerk"), "/v1/inbox/stream")) {
            Awaitility.await().until(() -> !stream.lastId().isEmpty());

            // When
            add(appeal, DEPARTMENT, true).then().statusCode(201);

            // Then
            Awaitility.await()
                    .until(() -> stream.events().stream()
                            .anyMatch(event -> event.type().equals("appeal.cotask-added.v1")));
        }
    }

    @Test
    void nobodyRepliesWhileAMandatoryOneIsOpenUnlessItsHeadWaivesIt() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true);
        add(appeal, OTHER, false);

        // Then
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply())
                .then()
                .statusCode(409)
                .body("code", equalTo("COTASKS_OPEN"))
                .body("cotasks.seq", contains(1))
                .body("cotasks.unit", contains(DEPARTMENT));
        Map<String, Object> why = Map.of("reason", "不再需要（虚构）。");
        appeal.does(AnAppeal.CLERK, "cotasks/1/waive", why)
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HEAD"));
        appeal.does(AnAppeal.HEAD, "cotasks/1/waive", why)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("WAIVED"));
        appeal.does(AnAppeal.HEAD, "cotasks/1/waive", why)
                .then()
                .statusCode(409)
                .body("code", equalTo("COTASK_ENDED"));
        assertEquals(1, Log.count("SELECT count(*) FROM notice WHERE kind = 'cotask-waived'"));

        // When: the reply ends the one that is not mandatory
        appeal.does(AnAppeal.HEAD, "replies", AnAppeal.reply()).then().statusCode(201);

        // Then
        AnAppeal.HEAD.get(appeal.path() + "/cotasks").then().body("outcome", contains("WAIVED", "ENDED"));
        assertEquals(
                0,
                Rows.number("SELECT count(*) FROM appeal_involvement WHERE capacity = 'CO_HANDLER'"
                        + " AND to_at IS NULL"));
        assertEquals(
                List.of("STOPPED", "STOPPED"),
                Rows.texts("SELECT state FROM deadline_clock WHERE type = 'COTASK' ORDER BY id"));
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE kind LIKE 'cotask%' AND done_at IS NULL"));
        appeal.does(OTHER_HEAD, "cotasks/2/finish", ANSWER).then().statusCode(403);
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsHalfWritten() {
        // Given
        Known.write(
                "INSERT INTO known_unit VALUES (gen_random_uuid(), '440704-X', 'Elsewhere', '440704', 'DEPARTMENT', 1)");
        AnAppeal appeal = AnAppeal.contacted();
        String before = appeal.etag();

        // Then
        for (Map<String, Object> body : List.of(Map.<String, Object>of(), Map.<String, Object>of("unit", " "))) {
            Response refused = appeal.does(AnAppeal.CLERK, "cotasks", body);
            refused.then().statusCode(400).body("errors.pointer", hasItems("/unit", "/content", "/mandatory"));
        }
        for (Map.Entry<String, String> wrong : Map.of(
                        "no-such-unit", "UNIT_UNKNOWN", "440704-X", "UNIT_OUT_OF_AREA", "440703101", "UNIT_IS_LEAD")
                .entrySet()) {
            add(appeal, wrong.getKey(), true)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/unit"))
                    .body("errors.code", contains(wrong.getValue()));
        }
        appeal.does(CO_CLERK, "cotasks", cotask(DEPARTMENT, true))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HANDLER"));
        appeal.does(AnAppeal.ENTERPRISE, "cotasks", cotask(DEPARTMENT, true))
                .then()
                .statusCode(403);
        assertEquals(before, appeal.etag());
        assertEquals(0, Log.count("SELECT count(*) FROM cotask"));

        // Given: one of the department
        add(appeal, DEPARTMENT, true);

        // Then
        appeal.does(OTHER_HEAD, "cotasks/1/finish", ANSWER)
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_CO_HANDLER"));
        appeal.does(CO_CLERK, "cotasks/2/finish", ANSWER).then().statusCode(404);
        appeal.does(CO_CLERK, "cotasks/1/finish", Map.of("text", "已查", "fileIds", List.of(UUID.randomUUID())))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/fileIds/0"));
        appeal.does(CO_CLERK, "cotasks/1/objection", Map.of("reason", "非本单位职责"))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_CO_HEAD"));
        assertEquals(1, Log.count("SELECT count(*) FROM cotask WHERE outcome = 'OPEN'"));
    }

    @Test
    void theCentreRulesOnWhatAUnitObjectsTo() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true);
        Map<String, Object> why = Map.of("reason", "非本单位职责（虚构）。");

        // When
        appeal.does(CO_HEAD, "cotasks/1/objection", why)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("OPEN"))
                .body("objection.outcome", equalTo("OPEN"));

        // Then
        appeal.does(CO_HEAD, "cotasks/1/objection", why)
                .then()
                .statusCode(409)
                .body("code", equalTo("COTASK_OBJECTED"));
        AnAppeal.DISPATCHER
                .get("/v1/tasks?mine")
                .then()
                .body("items.kind", contains("cotask-to-rule"))
                .body("items[0].dueAt", notNullValue());
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("allowedCommands", hasItem("ruleCotask"));
        appeal.does(AnAppeal.DISPATCHER, "cotasks/1/ruling", Map.of("upheld", false, "note", "属实", "unit", OTHER))
                .then()
                .statusCode(422)
                .body("errors.code", contains("UNIT_OF_DISMISSED"));
        appeal.does(AnAppeal.CLERK, "cotasks/1/ruling", Map.of("upheld", false, "note", "属实"))
                .then()
                .statusCode(403);

        // When: it goes to another unit
        appeal.does(AnAppeal.DISPATCHER, "cotasks/1/ruling", Map.of("upheld", true, "note", "属实", "unit", OTHER))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("outcome", equalTo("OBJECTED"))
                .body("objection.outcome", equalTo("GRANTED"));

        // Then
        AnAppeal.CLERK
                .get(appeal.path() + "/cotasks")
                .then()
                .body("unit", contains(DEPARTMENT, OTHER))
                .body("outcome", contains("OBJECTED", "OPEN"))
                .body("content", contains("请查管网（虚构）。", "请查管网（虚构）。"));
        CO_HEAD.get(appeal.path()).then().body("allowedCommands", empty());
        OTHER_HEAD.get(appeal.path()).then().body("allowedCommands", contains("objectToCotask", "finishCotask"));

        // When: this one stays
        appeal.does(OTHER_HEAD, "cotasks/2/objection", why).then().statusCode(200);
        appeal.does(AnAppeal.DISPATCHER, "cotasks/2/ruling", Map.of("upheld", false, "note", "不属实"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("OPEN"))
                .body("objection.outcome", equalTo("REFUSED"));

        // Then
        appeal.does(AnAppeal.DISPATCHER, "cotasks/2/ruling", Map.of("upheld", false, "note", "不属实"))
                .then()
                .statusCode(409)
                .body("code", equalTo("REQUEST_DECIDED"));
        AnAppeal.DISPATCHER.get("/v1/tasks?mine").then().body("items", empty());
        assertEquals(
                2,
                Log.count("SELECT count(DISTINCT recipient) FROM notice WHERE kind = 'cotask-ruled'"
                        + " AND recipient LIKE '440703-%'"));
    }

    @Test
    void aUnitObjectsWithinFourWorkingHours() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true);

        // When
        Rows.execute("UPDATE cotask SET asked_at = asked_at - interval '1 day'");

        // Then
        CO_HEAD.get(appeal.path()).then().body("allowedCommands", contains("finishCotask"));
        appeal.does(CO_HEAD, "cotasks/1/objection", Map.of("reason", "非本单位职责"))
                .then()
                .statusCode(409)
                .body("code", equalTo("COTASK_OBJECTION_LATE"));
    }

    @Test
    void aLateUnitIsChargedWithItsOwnBreachAndWithNoPromiseToTheEnterprise() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true);
        Rows.execute("UPDATE deadline_clock SET due_at = '2026-09-18T08:59:00Z', next_fire_at = '2026-09-18T08:59:01Z',"
                + " next_level = 100 WHERE type = 'COTASK'");

        // When
        appeal.does(CO_CLERK, "cotasks/1/finish", ANSWER).then().statusCode(200).body("inTime", equalTo(false));

        // Then
        assertEquals(
                List.of("COTASK UNIT 440703-ZR UNIT"),
                Log.events("appeal.breached.v1").stream()
                        .map(event -> String.join(
                                " ",
                                event.path("clock").asText(),
                                event.path("family").asText(),
                                event.path("unitAtDue").asText(),
                                event.path("chargedTo").asText()))
                        .toList());
        assertFalse(appeal.read().<Boolean>path("breached"));
        assertEquals(
                List.of("440703-ZR", "440703101"),
                Rows.texts(
                        "SELECT DISTINCT recipient FROM notice WHERE kind = 'helping-unit-late' ORDER BY recipient"));
        assertFalse(Log.events("appeal.cotask-finished.v1")
                .getFirst()
                .path("inTime")
                .asBoolean());
    }

    @Test
    void whoHelpsGoesOnWhenTheAppealIsPartedFromTheOneThatItFollowed() {
        // Given
        AnAppeal master = AnAppeal.atTown();
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true).then().statusCode(201);
        appeal.does(AnAppeal.DISPATCHER, "merge", Map.of("masterId", master.id, "reason", "同一事件（虚构）。"))
                .then()
                .statusCode(200);
        CO_CLERK.get(appeal.path()).then().body("allowedCommands", empty());

        // When
        appeal.does(AnAppeal.DISPATCHER, "unmerge", Map.of("reason", "并非同一事件（虚构）。"))
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"));

        // Then
        CO_CLERK.get(appeal.path()).then().body("allowedCommands", contains("finishCotask"));
        CO_CLERK.get("/v1/tasks?mine").then().body("items.kind", contains("cotask-to-finish"));
        appeal.does(CO_CLERK, "cotasks/1/finish", ANSWER).then().statusCode(200);
    }

    @Test
    void onlyThoseInvolvedReadIt() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true);
        appeal.does(CO_CLERK, "cotasks/1/finish", ANSWER).then().statusCode(200);
        Awaitility.await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);

        // Then
        for (Api who : List.of(AnAppeal.ENTERPRISE, OTHER_HEAD, Api.as("assessor"))) {
            assertEquals(403, who.get(appeal.path() + "/cotasks").statusCode());
            for (String path : List.of("", "/timeline", "/clocks")) {
                String told = who.get(appeal.path() + path).asString();
                assertFalse(told.contains("cotask-") || told.contains("管网"), told);
            }
            assertFalse(who.get("/v1/changes?limit=200").asString().contains("cotask-"));
        }
        assertFalse(
                AnAppeal.ENTERPRISE.get(appeal.path() + "/clocks").asString().contains("COTASK"));
        for (Api who : List.of(AnAppeal.CLERK, AnAppeal.DISPATCHER, Api.as("supervisor"), Api.as("leader"))) {
            who.get(appeal.path() + "/cotasks").then().statusCode(200).body("result", contains("管网已查（虚构）。"));
        }
        assertTrue(CO_CLERK.get(appeal.path() + "/timeline").asString().contains("cotask-added"));
    }

    @Test
    void whoHelpsWithAConfidentialAppealDoesNotLearnWhoseItIs() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("confidentiality", "CONFIDENTIAL");
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.filed(filing)));

        // When
        add(appeal, DEPARTMENT, true).then().statusCode(201);

        // Then
        CO_CLERK.get(appeal.path())
                .then()
                .body("view", equalTo("HANDLER"))
                .body("enterprise", nullValue())
                .body("contact", nullValue());
        String told = CO_CLERK.get(appeal.path() + "/timeline").asString();
        assertTrue(told.contains("cotask-added") && !told.contains(Known.ENTERPRISE), told);
    }

    @Test
    void theUnitThatAnAppealIsAboutIsNotAsked() {
        // Given
        Map<String, Object> filing = AnAppeal.filing("nature", "COMPLAINT");
        filing.put("aboutUnit", Map.of("divisionCode", "440703", "code", DEPARTMENT));
        AnAppeal appeal = AnAppeal.contacted(AnAppeal.atTown(AnAppeal.filed(filing)));

        // Then
        add(appeal, DEPARTMENT, true).then().statusCode(422).body("errors.code", contains("UNIT_IS_CONCERNED"));
        add(appeal, OTHER, true).then().statusCode(201);
        OTHER_HEAD.get(appeal.path()).then().body("view", equalTo("HANDLER"));
        CO_CLERK.get(appeal.path()).then().statusCode(404);
    }

    @Test
    void filesOfACotaskAreReadByThoseInvolved() {
        // Given
        AnAppeal appeal = AnAppeal.contacted();
        add(appeal, DEPARTMENT, true);
        Response uploaded = CO_CLERK.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/octet-stream")
                .body("管网图（虚构）".getBytes(StandardCharsets.UTF_8))
                .post("/v1/files?name=plan.txt");
        uploaded.then().log().ifValidationFails().statusCode(201);
        String file = uploaded.path("id");

        // When
        appeal.does(CO_CLERK, "cotasks/1/finish", Map.of("text", "见图", "fileIds", List.of(file)))
                .then()
                .statusCode(200)
                .body("files.id", contains(file));

        // Then
        for (Api who : List.of(AnAppeal.CLERK, CO_CLERK, Api.as("supervisor"))) {
            who.get("/v1/files/" + file + "/details").then().statusCode(200);
        }
        for (Api who : List.of(AnAppeal.ENTERPRISE, OTHER_HEAD)) {
            who.get("/v1/files/" + file + "/details").then().statusCode(404);
        }
        assertEquals(
                "COTASK",
                Log.events("appeal.files-attached.v1").getLast().path("to").asText());
    }

    private static Response add(AnAppeal appeal, String unit, boolean mandatory) {
        return appeal.does(AnAppeal.CLERK, "cotasks", cotask(unit, mandatory));
    }

    private static Map<String, Object> cotask(String unit, boolean mandatory) {
        return Map.of("unit", unit, "content", "请查管网（虚构）。", "mandatory", mandatory);
    }

    private static Api head(String unit) {
        return Api.as(Persona.of("head-of-" + unit, "440703", "UNIT_HEAD").with("unit", unit));
    }
}
