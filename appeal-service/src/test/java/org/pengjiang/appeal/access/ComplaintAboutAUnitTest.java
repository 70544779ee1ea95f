package org.pengjiang.appeal.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;

/** A complaint about a unit is neither sent to it nor shown to it, and whose it is stays with the centre. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class ComplaintAboutAUnitTest {
    private static final Map<String, String> TOWN = Map.of("divisionCode", "440703101", "code", "440703101");
    /** Of the town, whatever their role. */
    private static final List<Api> PEOPLE = List.of(
            AnAppeal.CLERK,
            AnAppeal.HEAD,
            AnAppeal.CLASS_MEMBER,
            Api.as(Persona.of("a-supervisor", "440703", "SUPERVISOR").with("unit", "440703101")),
            Api.as(Persona.of("a-dispatcher", "440703", "DISPATCHER").with("unit", "440703101")),
            Api.as(Persona.of("an-auditor", "440703", "AUDITOR").with("unit", "440703101")));

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void itsPeopleSeeItNowhere() {
        // Given
        Known.rule("440703", "A04", "440703101");
        AnAppeal complaint = AnAppeal.filed(complaint());
        AnAppeal plain = AnAppeal.filed(AnAppeal.filing());
        String no = complaint.read().path("no");

        // Then: the directory would have named the town
        assertEquals("SUBMITTED", complaint.state());
        assertEquals("DISPATCHED", plain.state());
        complaint.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);
        complaint
                .does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703101"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNIT_IS_CONCERNED"))
                .body("errors[0].pointer", equalTo("/unit"));
        complaint
                .does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703-ZR"))
                .then()
                .statusCode(200);
        everythingFinal();
        for (Api who : PEOPLE) {
            for (String path : List.of(
                    "", "/clocks", "/clocks/CONTACT/explain", "/timeline", "/messages", "/replies", "/stream")) {
                assertEquals(404, who.get(complaint.path() + path).statusCode(), path);
            }
            for (String list :
                    List.of("/v1/appeals", "/v1/appeals?q=停水", "/v1/appeals?q=" + no, "/v1/changes?limit=200")) {
                Response page = who.get(list);
                page.then().statusCode(200);
                assertFalse(page.asString().contains(complaint.id), list + " " + page.asString());
            }
            for (String list : List.of("/v1/inbox", "/v1/tasks?mine", "/v1/tasks")) {
                assertFalse(who.get(list).asString().contains(complaint.id), list);
            }
            assertFalse(who.get("/v1/appeals/table?format=csv").asString().contains(no));
            int written = who.post(complaint.path() + "/messages", Map.of("body", "虚构"))
                    .statusCode();
            // an auditor writes to nobody
            assertTrue(written == 404 || written == 403 && who == PEOPLE.getLast(), "answered " + written);
        }
        assertTrue(AnAppeal.DEPARTMENT_CLERK.get("/v1/inbox").asString().contains(complaint.id));
        assertTrue(AnAppeal.DISPATCHER.get("/v1/changes?limit=200").asString().contains(complaint.id));
    }

    @Test
    void tasksOfItWaitForOthersAlone() {
        // Given
        AnAppeal complaint = AnAppeal.filed(complaint());
        Api own = Api.as(Persona.of("a-dispatcher", "440703", "DISPATCHER").with("unit", "440703101"));

        // Then
        own.get("/v1/tasks?mine").then().statusCode(200).body("items", empty());
        AnAppeal.DISPATCHER.get("/v1/tasks?mine").then().body("items.subject", contains(complaint.id));
    }

    @Test
    void aClassThatTheUnitLeadsDoesNotGetIt() {
        // Given
        Known.specialClass();
        Map<String, Object> filing = complaint();
        filing.put("projectId", Known.PROJECT);
        filing.put("aboutUnit", Map.of("divisionCode", "440703", "code", "440703-ZR"));

        // When
        AnAppeal complaint = AnAppeal.filed(filing);

        // Then
        assertEquals("SUBMITTED", complaint.state());
        complaint.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);
        complaint
                .does(AnAppeal.DISPATCHER, "dispatch", Map.of("specialClass", true))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNIT_IS_CONCERNED"));
    }

    @Test
    void whoseItIsStaysWithTheCentre() {
        // Given
        AnAppeal complaint = atDepartment(AnAppeal.filed(complaint()));
        complaint.does(AnAppeal.DEPARTMENT_CLERK, "sign", null).then().statusCode(200);

        // Then
        AnAppeal.DEPARTMENT_CLERK
                .get(complaint.path())
                .then()
                .body("view", equalTo("HANDLER"))
                .body("confidentiality", equalTo("CONFIDENTIAL"))
                .body("aboutUnit.code", equalTo("440703101"))
                .body("title", equalTo("厂区停水"))
                .body("$", not(hasKey("enterprise")))
                .body("$", not(hasKey("contact")));
        AnAppeal.DEPARTMENT_CLERK.get("/v1/appeals").then().body("items[0].enterprise", nullValue());
        AnAppeal.DEPARTMENT_CLERK
                .get("/v1/appeals?enterprise=" + Known.ENTERPRISE)
                .then()
                .body("items", empty());
        AnAppeal.DEPARTMENT_CLERK
                .get(complaint.path() + "/contact")
                .then()
                .statusCode(403)
                .body("code", equalTo("IDENTITY_WITHHELD"));
        complaint.read().then().body("$", not(hasKey("enterprise")));
        AnAppeal.DISPATCHER.get(complaint.path()).then().body("enterprise", equalTo(Known.ENTERPRISE));
        AnAppeal.DISPATCHER.get(complaint.path() + "/contact").then().statusCode(200);
        assertEquals(List.of("getAppealContact RELAY"), Rows.texts("SELECT purpose FROM access_log"));
        AnAppeal.ENTERPRISE.get(complaint.path()).then().body("enterprise", equalTo(Known.ENTERPRISE));
        // the handler reaches the enterprise by a message
        complaint
                .does(AnAppeal.DEPARTMENT_CLERK, "messages", Map.of("body", "请说明（虚构）"))
                .then()
                .statusCode(201);
        AnAppeal.ENTERPRISE.get(complaint.path() + "/messages").then().body("body", contains("请说明（虚构）"));
    }

    @Test
    void itsRowsAreRestrictedFromFilingOnAndNameTheEnterpriseToNobody() {
        // Given
        AnAppeal complaint = atDepartment(AnAppeal.filed(complaint()));
        everythingFinal();

        // Then
        assertEquals(
                List.of("RESTRICTED"),
                Rows.texts("SELECT DISTINCT audience FROM event_log WHERE subject = '" + complaint.id + "'"));
        assertEquals(0, Rows.number("SELECT count(*) FROM event_log WHERE data LIKE '%" + Known.ENTERPRISE + "%'"));
        assertFalse(Api.as("assessor").get("/v1/changes?limit=200").asString().contains(complaint.id));
        for (Api who : List.of(AnAppeal.ENTERPRISE, AnAppeal.DEPARTMENT_CLERK, Api.as("supervisor"))) {
            assertTrue(who.get("/v1/changes?limit=200").asString().contains("appeal.submitted.v1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "CONSULTATION"})
    void onlyComplaintsAndReportsAreConfidentialByDefault(String nature) {
        // Given
        Map<String, Object> filing = complaint();
        filing.put("nature", nature);
        AnAppeal open = AnAppeal.filed(filing);
        filing.put("confidentiality", "CONFIDENTIAL");
        AnAppeal confidential = AnAppeal.filed(filing);

        // Then: neither is the unit's to see
        open.read().then().body("confidentiality", equalTo("OPEN"));
        confidential.read().then().body("confidentiality", equalTo("CONFIDENTIAL"));
        for (AnAppeal appeal : List.of(open, confidential)) {
            assertEquals(404, AnAppeal.CLERK.get(appeal.path()).statusCode());
        }
    }

    @Test
    void aUnitThatNobodyKnowsIsRefusedWithEveryOtherFault() {
        // Given
        Map<String, Object> filing = complaint();
        filing.put("aboutUnit", Map.of("divisionCode", "440704", "code", "440703101"));
        filing.put("category", "Q77");

        // When
        Response refused = AnAppeal.ENTERPRISE.post("/v1/appeals", filing);

        // Then
        refused.then().statusCode(422);
        List<String> pointers = refused.path("errors.pointer");
        assertTrue(pointers.containsAll(List.of("/category", "/aboutUnit/code")), pointers.toString());
    }

    @Test
    void theAccountOfTheEnterpriseIsShownToThoseAloneWhoLearnWhoseItIs() {
        // Given
        AnAppeal complaint = atDepartment(AnAppeal.filed(complaint()));
        String read = complaint.etag();
        complaint
                .does(AnAppeal.ENTERPRISE, "messages", Map.of("body", "补充（虚构）"))
                .then()
                .statusCode(201);
        complaint.does(AnAppeal.DEPARTMENT_CLERK, "sign", null).then().statusCode(200);
        everythingFinal();
        String account = Persona.named("enterprise").subject();

        // Then
        for (Api who : List.of(AnAppeal.DEPARTMENT_CLERK, Api.as("supervisor"), Api.as("auditor"))) {
            for (String path :
                    List.of(complaint.path() + "/timeline", "/v1/changes?limit=200", complaint.path() + "/messages")) {
                String told = who.get(path).asString();
                assertTrue(told.contains("补充") || told.contains("appeal.submitted.v1"), told);
                assertFalse(told.contains(account), path + " " + told);
            }
        }
        for (String path :
                List.of(complaint.path() + "/timeline", "/v1/changes?limit=200", complaint.path() + "/messages")) {
            assertTrue(AnAppeal.DISPATCHER.get(path).asString().contains(account), path);
        }
        // of an open one those involved are told
        AnAppeal plain = AnAppeal.atTown();
        everythingFinal();
        assertTrue(AnAppeal.CLERK.get(plain.path() + "/timeline").asString().contains(account));
        assertTrue(
                Api.as("supervisor").get(plain.path() + "/timeline").asString().contains(account));
        String other = AnAppeal.DEPARTMENT_CLERK.get(plain.path() + "/timeline").asString();
        assertTrue(other.contains("appeal.submitted.v1"), other);
        assertFalse(other.contains(account), other);
        Response stale = AnAppeal.DEPARTMENT_CLERK.post(complaint.path() + "/contacts", AnAppeal.call(60), read);
        stale.then().statusCode(412).body("changes.type", contains("appeal.signed.v1"));
    }

    @Test
    void noEventOfAnAppealAboutAUnitNamesTheEnterpriseOrItsProjectAlsoOfAnOpenOne() {
        // Given
        Map<String, Object> filing = complaint();
        filing.put("nature", "HELP");
        AnAppeal open = AnAppeal.filed(filing);

        // Then
        open.read().then().body("confidentiality", equalTo("OPEN"));
        assertEquals(0, Rows.number("SELECT count(*) FROM event_log WHERE data LIKE '%" + Known.ENTERPRISE + "%'"));
    }

    @Test
    void aSubmissionTiesNoConfidentialMatterToOneThatIsKnown() {
        // Given
        Map<String, Object> complaint = complaint();
        complaint.remove("contact");
        Map<String, Object> plain = AnAppeal.filing();
        plain.remove("contact");
        Response submitted = AnAppeal.ENTERPRISE.post(
                "/v1/submissions",
                Map.of("matters", List.of(complaint, plain), "contact", Map.of("name", "范例甲", "phone", "13812341234")));
        submitted.then().statusCode(201);
        String path = "/v1/submissions/" + submitted.path("no");
        List<String> ids = submitted.path("appeals.id");
        atDepartment(AnAppeal.known(ids.get(0)));

        // Then
        AnAppeal.ENTERPRISE.get(path).then().body("appeals.id", equalTo(ids));
        AnAppeal.DISPATCHER.get(path).then().body("appeals.id", equalTo(ids));
        Api.as("supervisor").get(path).then().body("appeals.id", contains(ids.get(1)));
        assertEquals(404, AnAppeal.DEPARTMENT_CLERK.get(path).statusCode());
    }

    @Test
    void theClassOfAConfidentialAppealWouldNameItsProject() {
        // Given
        Known.specialClass();
        Map<String, Object> filing = AnAppeal.filing("projectId", Known.PROJECT);
        filing.put("confidentiality", "CONFIDENTIAL");
        AnAppeal appeal = AnAppeal.filed(filing);

        // Then
        appeal.read().then().body("handler.kind", equalTo("SPECIAL_CLASS")).body("handler", not(hasKey("classId")));
        AnAppeal.CLASS_MEMBER.get(appeal.path()).then().body("handler", not(hasKey("classId")));
        AnAppeal.DISPATCHER.get(appeal.path()).then().body("handler.classId", equalTo(Known.CLASS.toString()));
    }

    @Test
    void whatAPlatformSendsOfItIsKeptFromItsPeopleToo() {
        // Given
        Known.sourceSystem("city-hotline", Persona.named("city-platform").subject());
        Map<String, Object> filing = complaint();
        filing.put("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "city-hotline");
        filing.put("externalId", "H-1");
        filing.put("sourceVersion", 1);
        AnAppeal.PARTNER.post("/v1/appeals", filing).then().statusCode(201);
        filing.put("sourceVersion", 2);
        filing.put("title", "另一标题（虚构）");
        String conflict = AnAppeal.PARTNER.post("/v1/appeals", filing).path("sourceConflict");
        Api own = Api.as(Persona.of("a-dispatcher", "440703", "DISPATCHER").with("unit", "440703101"));
        String path = "/v1/source-conflicts/" + conflict;
        everythingFinal();

        // Then
        Response read = AnAppeal.DISPATCHER.get(path);
        read.then().statusCode(200);
        assertTrue(AnAppeal.DISPATCHER.get("/v1/tasks?mine").asString().contains(conflict));
        assertTrue(AnAppeal.DISPATCHER.get("/v1/changes?limit=200").asString().contains(conflict));
        assertEquals(404, own.get(path).statusCode());
        assertEquals(
                404,
                own.post(path + "/settle", Map.of("note", "虚构"), read.header("ETag"))
                        .statusCode());
        assertFalse(own.get("/v1/tasks?mine").asString().contains(conflict));
        assertFalse(own.get("/v1/changes?limit=200").asString().contains(conflict));
    }

    @Test
    void lettersToARoleNameNoAppealAboutAUnit() {
        // Given
        AnAppeal complaint = AnAppeal.filed(complaint());

        // Then
        assertEquals(
                List.of("ROLE task-waits {} /v1/tasks?mine"),
                Rows.texts("SELECT DISTINCT concat_ws(' ', recipient_kind, kind, arguments::text, link) FROM notice"
                        + " WHERE subject = '" + complaint.id + "'"));
        AnAppeal plain = AnAppeal.filed(AnAppeal.filing());
        assertEquals(
                List.of("ROLE appeal-to-accept /v1/appeals/" + plain.id),
                Rows.texts("SELECT DISTINCT concat_ws(' ', recipient_kind, kind, link) FROM notice WHERE subject = '"
                        + plain.id + "'"));
    }

    private static Map<String, Object> complaint() {
        Map<String, Object> filing = AnAppeal.filing("nature", "COMPLAINT");
        filing.put("aboutUnit", TOWN);
        return filing;
    }

    private static AnAppeal atDepartment(AnAppeal appeal) {
        appeal.does(AnAppeal.DISPATCHER, "accept", null).then().statusCode(200);
        appeal.does(AnAppeal.DISPATCHER, "dispatch", Map.of("unit", "440703-ZR"))
                .then()
                .statusCode(200);
        return appeal;
    }

    private static void everythingFinal() {
        Awaitility.await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
    }
}
