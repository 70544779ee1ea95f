package org.pengjiang.appeal.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.StreamClient;

/** Whoever is involved in an appeal reads it; other offices of the division read its number, category, state and clocks. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class WhoSeesWhatTest {
    private static final Set<String> OF_EVERYBODY = Set.of(
            "acceptedAt",
            "allowedCommands",
            "breached",
            "category",
            "clocks",
            "contactedAt",
            "dispatchedAt",
            "divisionCode",
            "handler",
            "id",
            "no",
            "open",
            "receivedAt",
            "recordedAt",
            "repliedAt",
            "round",
            "signedAt",
            "state",
            "stateNameZh",
            "timeClass",
            "timePolicy",
            "urgeCount",
            "view");
    private static final Set<String> OF_OFFICES = Set.of("signedAutomatically", "supervisionLevel");
    private static final Set<String> OF_FILE = Set.of(
            "appellant",
            "confidentiality",
            "contact",
            "contactErased",
            "description",
            "enterprise",
            "files",
            "nature",
            "reply",
            "source",
            "title",
            "urgency");
    private static final List<String> PARTS = List.of("/messages", "/replies", "/contacts");

    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
        Known.specialClass();
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise, ENTERPRISE",
        "unit-clerk, HANDLER",
        "unit-head, HANDLER",
        "dispatcher, HANDLER",
        "callback-officer, HANDLER",
        "supervisor, SUPERVISION",
        "leader, SUPERVISION",
        "auditor, SUPERVISION",
        "department-clerk, OFFICE",
        "assessor, OFFICE",
        "promotion-office, OFFICE",
        "team-member, OFFICE"
    })
    void eachReaderGetsTheFieldsOfTheirView(String who, String view) {
        // Given
        AnAppeal appeal = AnAppeal.replied();

        // When
        Response read = Api.as(who).get(appeal.path());

        // Then
        read.then().statusCode(200).body("view", equalTo(view));
        Set<String> wanted = new TreeSet<>(OF_EVERYBODY);
        if (!view.equals("OFFICE")) {
            wanted.addAll(OF_FILE);
        }
        if (!view.equals("ENTERPRISE")) {
            wanted.addAll(OF_OFFICES);
        }
        assertEquals(wanted, new TreeSet<>(read.<Map<String, Object>>path("$").keySet()));
        assertEquals(
                !view.equals("ENTERPRISE"),
                read.<List<String>>path("clocks.family").contains("UNIT"));
        Map<String, Object> line = Api.as(who).get("/v1/appeals").path("items[0]");
        assertEquals(view.equals("OFFICE"), !line.containsKey("title"), line.toString());
        assertEquals(view, line.get("view"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"department-clerk", "assessor", "promotion-office", "team-member"})
    void whoIsNotInvolvedReadsNoPartAndFindsNothingByWhatTheyDoNotRead(String who) {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        Api other = Api.as(who);

        // Then
        for (String part : PARTS) {
            other.get(appeal.path() + part).then().statusCode(403).body("code", equalTo("NOT_INVOLVED"));
        }
        assertEquals(403, other.get(appeal.path() + "/contact").statusCode());
        assertEquals(200, other.get(appeal.path() + "/clocks").statusCode());
        for (String found : List.of("q=停水", "enterprise=" + Known.ENTERPRISE)) {
            other.get("/v1/appeals?" + found).then().statusCode(200).body("items", empty());
            AnAppeal.CLERK.get("/v1/appeals?" + found).then().body("items.id", contains(appeal.id));
        }
        String no = appeal.read().path("no");
        other.get("/v1/appeals?q=" + no)
                .then()
                .body("items.id", contains(appeal.id))
                .body("items[0].view", equalTo("OFFICE"));
        for (Response told : List.of(other.get(appeal.path() + "/timeline"), feed(other))) {
            assertTrue(told.asString().contains("appeal.replied.v1"), told.asString());
            assertFalse(told.asString().contains(Known.ENTERPRISE), told.asString());
        }
        assertTrue(feed(AnAppeal.CLERK).asString().contains(Known.ENTERPRISE));
        assertFalse(other.get("/v1/appeals/table?format=csv").asString().contains(Known.ENTERPRISE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"department-clerk", "assessor", "promotion-office", "team-member"})
    void theLogTellsWhoIsNotInvolvedWhatTheViewShows(String who) {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        AnAppeal.CLERK
                .post(appeal.path() + "/messages", Map.of("body", "公开（虚构）"))
                .then()
                .statusCode(201);
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);

        // When
        Api other = Api.as(who);
        for (Response told : List.of(other.get(appeal.path() + "/timeline?limit=200"), feed(other))) {
            // Then
            String text = told.asString();
            assertTrue(text.contains("appeal.rated.v1") && text.contains("accountableUnit"), text);
            assertTrue(text.contains("resolveDueAt") && text.contains("repliedAt"), text);
            for (String word :
                    List.of("nature", "source", "solved", "stars", "result", "evaluation", "automatic", "enterprise")) {
                assertFalse(text.contains('"' + word + "\":"), word + " in " + text);
            }
            assertFalse(text.contains("message-written"), text);
        }
        String own = AnAppeal.CLERK.get(appeal.path() + "/timeline?limit=200").asString();
        for (String word : List.of("\"nature\":", "\"stars\":", "\"result\":", "message-written")) {
            assertTrue(own.contains(word), word + " in " + own);
        }
    }

    @Test
    void aStreamEndsWithTheRightToTheAppeal() throws Exception {
        // Given: a member of the class from another division, and somebody of the division
        Known.write("INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')", Known.CLASS, "from-elsewhere");
        AnAppeal appeal = AnAppeal.ofProject();
        Persona member = Persona.of("from-elsewhere", "440704", "TEAM_MEMBER");
        try (StreamClient elsewhere = StreamClient.open(member, appeal.path() + "/stream");
                StreamClient supervisor = StreamClient.open(Persona.named("supervisor"), appeal.path() + "/stream")) {
            Awaitility.await()
                    .until(() -> !elsewhere.lastId().isEmpty()
                            && !supervisor.lastId().isEmpty());
            appeal.does(AnAppeal.CLASS_MEMBER, "sign", null).then().statusCode(200);
            Awaitility.await().until(() -> types(elsewhere).contains("appeal.signed.v1"));

            // When
            handOver(appeal);
            message(appeal, AnAppeal.DEPARTMENT_CLERK, "在部门");
            Awaitility.await().until(() -> types(supervisor).contains("appeal.message-written.v1"));

            // Then
            assertFalse(
                    types(elsewhere).contains("appeal.message-written.v1"),
                    types(elsewhere).toString());
            AnAppeal.DEPARTMENT_CLERK
                    .post(appeal.path() + "/contacts", AnAppeal.call(60), appeal.etag())
                    .then()
                    .statusCode(201);
            Awaitility.await().until(() -> types(supervisor).contains("appeal.contacted.v1"));
            assertFalse(
                    types(elsewhere).contains("appeal.contacted.v1"),
                    types(elsewhere).toString());
        }
    }

    private static List<String> types(StreamClient stream) {
        return stream.events().stream().map(StreamClient.Event::type).toList();
    }

    @Test
    void whatAClassHandlesInTheWholeDistrictIsInTheInboxOfItsTowns() {
        // Given: an appeal that lies in no town, and a member of the class in a town whose unit has the code of the
        // accountable one
        Known.write("INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')", Known.CLASS, "of-a-town");
        Map<String, Object> filing = AnAppeal.filing("projectId", Known.PROJECT);
        AnAppeal appeal = AnAppeal.filed(filing);
        Rows.execute("UPDATE appeal SET division = '440703', town = NULL WHERE id = '" + appeal.id + "'");
        Api member = Api.as(Persona.of("of-a-town", "440703101", "UNIT_CLERK").with("unit", "440703-ZR"));

        // Then
        member.get("/v1/inbox").then().body("items.id", contains(appeal.id));
    }

    @Test
    void aFormerHandlerReadsWhatWasWrittenWhileTheyHandledIt() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        message(appeal, AnAppeal.CLERK, "在镇街");
        handOver(appeal);
        message(appeal, AnAppeal.DEPARTMENT_CLERK, "在部门");

        // Then
        AnAppeal.CLERK
                .get(appeal.path())
                .then()
                .body("view", equalTo("HANDLER"))
                .body("allowedCommands", empty());
        AnAppeal.CLERK.get(appeal.path() + "/messages").then().body("body", contains("在镇街"));
        AnAppeal.DEPARTMENT_CLERK.get(appeal.path() + "/messages").then().body("body", contains("在镇街", "在部门"));
        AnAppeal.CLERK.get(appeal.path() + "/contact").then().statusCode(403);
        assertEquals(
                403,
                AnAppeal.CLERK
                        .post(appeal.path() + "/messages", Map.of("body", "迟到"))
                        .statusCode());
    }

    @Test
    void whoHandledItReadsItForTwelveMonthsAfterItsClosure() {
        // Given
        AnAppeal appeal = AnAppeal.replied();
        appeal.does(AnAppeal.ENTERPRISE, "rating", Map.of("solved", "SOLVED", "stars", 5))
                .then()
                .statusCode(200);
        message(appeal, AnAppeal.CLERK, "办结后");

        for (String months : List.of("11", "16")) {
            // When
            Rows.execute("UPDATE assignment SET assigned_at = now() - interval '20 months',"
                    + " ended_at = now() - interval '" + months + " months'");

            // Then
            String view = months.equals("11") ? "HANDLER" : "OFFICE";
            AnAppeal.CLERK.get(appeal.path()).then().body("view", equalTo(view));
            AnAppeal.CLERK.get("/v1/appeals").then().body("items.view", contains(view));
            boolean told =
                    AnAppeal.CLERK.get(appeal.path() + "/timeline").asString().contains("message-written");
            assertEquals(view.equals("HANDLER"), told);
            Api.as("supervisor").get(appeal.path()).then().body("view", equalTo("SUPERVISION"));
        }
    }

    @Test
    void aUnitIsItsCodeAndItsDistrict() {
        // Given: a unit of the city that has the code of the town
        Known.write(
                "INSERT INTO known_unit VALUES (gen_random_uuid(), '440703101', 'City (fictional)', '4407', 'CITY', 1)");
        Api city = Api.as(Persona.of("a-city-clerk", "4407", "UNIT_CLERK").with("unit", "440703101"));
        AnAppeal appeal = AnAppeal.atTown();

        // Then
        city.get(appeal.path()).then().body("view", equalTo("OFFICE"));
        city.get("/v1/inbox").then().body("items", empty());
        appeal.does(city, "sign", null).then().statusCode(403);
        appeal.does(AnAppeal.CLERK, "sign", null).then().statusCode(200);
    }

    @Test
    void everyUnitOfATokenCounts() {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        Api both = Api.as(
                Persona.of("of-two-units", "440703", "UNIT_CLERK").with("unit", List.of("440703-ZR", "440703101")));

        // Then
        both.get("/v1/inbox").then().body("items.id", contains(appeal.id));
        both.get(appeal.path()).then().body("view", equalTo("HANDLER"));
    }

    @Test
    void nobodyCallsBackWhatTheirClosedClassHasHandled() {
        // Given: it was with the class, and is with the department now
        String officer = "was-in-the-class";
        Known.write("INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')", Known.CLASS, officer);
        AnAppeal appeal = AnAppeal.ofProject();
        handOver(appeal);
        appeal.does(AnAppeal.DEPARTMENT_CLERK, "sign", null).then().statusCode(200);
        Rows.execute("UPDATE known_special_class SET open = false");
        Api callback = Api.as(Persona.of(officer, "440703", "CALLBACK_OFFICER"));

        // Then
        assertEquals(
                403,
                callback.post(appeal.path() + "/messages", Map.of("body", "回访")).statusCode());
        assertEquals(
                201,
                AnAppeal.CALLBACK
                        .post(appeal.path() + "/messages", Map.of("body", "回访"))
                        .statusCode());
    }

    @Test
    void nobodyCallsBackWhatTheirClassHasHandledBeforeTheyLeftIt() {
        // Given
        String officer = "has-left-the-class";
        String leader = Persona.named("leader").subject();
        Known.write("INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')", Known.CLASS, officer);
        AnAppeal before = AnAppeal.ofProject();
        Rows.execute("DELETE FROM known_class_member WHERE account = '" + officer + "'");
        Rows.execute("UPDATE known_special_class SET leader = 'another-leader'");
        Rows.execute("UPDATE known_class_leaver SET left_at = (SELECT max(from_at) FROM appeal_involvement)");
        AnAppeal after = AnAppeal.ofProject();
        Rows.execute("UPDATE appeal_involvement SET from_at = from_at + interval '1 hour' WHERE appeal_id = '"
                + after.id + "'");

        // Then
        for (String who : List.of(officer, leader)) {
            Api callback = Api.as(Persona.of(who, "440703", "CALLBACK_OFFICER", "TEAM_MEMBER"));
            Map<String, Object> said = Map.of("body", "回访");
            assertEquals(403, callback.post(before.path() + "/messages", said).statusCode(), who);
            assertEquals(201, callback.post(after.path() + "/messages", said).statusCode(), who);
        }
    }

    @Test
    void membersOfAClassInAnotherDivisionAreToldInTheFeedWhatTheySeeInLists() {
        // Given
        Known.write("INSERT INTO known_class_member VALUES (?, ?, 'Town', 'MEMBER')", Known.CLASS, "from-elsewhere");
        AnAppeal appeal = AnAppeal.ofProject();
        AnAppeal other = AnAppeal.atTown();
        Api member = Api.as(Persona.of("from-elsewhere", "440704", "TEAM_MEMBER"));

        // Then
        member.get("/v1/appeals").then().body("items.id", contains(appeal.id));
        Set<String> told = new TreeSet<>(feed(member).<List<String>>path("items.subject"));
        assertEquals(Set.of(appeal.id), told, other.id);
        assertTrue(feed(member).asString().contains(Known.ENTERPRISE));
    }

    @Test
    void existingAppealsGetTheirRowsFromTheirAssignments() throws Exception {
        // Given
        AnAppeal first = AnAppeal.atTown();
        handOver(first);
        AnAppeal.ofProject();
        List<String> written = Rows.texts(ROWS);
        assertEquals(4, written.size(), written.toString());

        // When: as the migration fills them
        String migration = new String(
                WhoSeesWhatTest.class
                        .getResourceAsStream("/db/migration/V090__involvement_in_appeals.sql")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Rows.execute("DELETE FROM appeal_involvement");
        Rows.execute(migration.substring(migration.lastIndexOf("INSERT INTO appeal_involvement")));

        // Then
        assertEquals(written, Rows.texts(ROWS));
    }

    private static final String ROWS = "SELECT row_to_json(i)::text FROM appeal_involvement i ORDER BY appeal_id, seq";

    @Test
    void theCentreCallsBeforeItDispatchesAndCallBackWhileItWaitsToBeRated() {
        // Given
        AnAppeal appeal = AnAppeal.filed(AnAppeal.filing());

        // Then
        AnAppeal.DISPATCHER
                .get(appeal.path() + "/contact")
                .then()
                .statusCode(200)
                .body("phone", equalTo("+8613812341234"));
        AnAppeal.CALLBACK.get(appeal.path() + "/contact").then().statusCode(403);
        AnAppeal.contacted(AnAppeal.atTown(appeal));
        AnAppeal.DISPATCHER.get(appeal.path() + "/contact").then().statusCode(403);
        AnAppeal.CALLBACK.get(appeal.path() + "/contact").then().statusCode(403);
        appeal.does(AnAppeal.CLERK, "replies", AnAppeal.reply()).then().statusCode(201);
        appeal.does(AnAppeal.HEAD, "replies/1/approve", null).then().statusCode(200);
        AnAppeal.CALLBACK.get(appeal.path() + "/contact").then().statusCode(200);
        assertEquals(
                List.of("getAppealContact SCREENING", "getAppealContact CALLBACK"),
                Rows.texts("SELECT purpose FROM access_log ORDER BY occurred_at"));
    }

    private static void message(AnAppeal appeal, Api who, String body) {
        who.post(appeal.path() + "/messages", Map.of("visibility", "INTERNAL", "body", body))
                .then()
                .statusCode(201);
    }

    /** To the department, as a return that is upheld will do it. */
    private static void handOver(AnAppeal appeal) {
        Rows.execute(
                "UPDATE assignment SET ended_at = (SELECT max(occurred_at) + interval '1 microsecond' FROM event_log)"
                        + " WHERE ended_at IS NULL AND appeal_id = '" + appeal.id + "'");
        Rows.execute("INSERT INTO assignment SELECT gen_random_uuid(), appeal_id, 2, 1, 'UNIT', NULL, '440703-ZR',"
                + " 'DISPATCHER', 'x', ended_at, NULL FROM assignment WHERE appeal_id = '" + appeal.id + "'");
        Rows.execute(
                "UPDATE appeal SET handler_kind = 'UNIT', class_id = NULL, accountable_unit = '440703-ZR' WHERE id = '"
                        + appeal.id + "'");
    }

    private static Response feed(Api api) {
        Awaitility.await().until(() -> Rows.number("SELECT count(*) FROM event_log WHERE pos >= log_horizon()") == 0);
        Response feed = api.get("/v1/changes?limit=200");
        feed.then().statusCode(200);
        return feed;
    }
}
