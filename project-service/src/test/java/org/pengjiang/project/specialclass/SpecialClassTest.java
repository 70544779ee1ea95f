package org.pengjiang.project.specialclass;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.project.events.SpecialClassChanged;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** A special class from its opening to the one that takes its place, and what the others are told of it. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class SpecialClassTest {
    private static final String CHANGED = "project.special-class-changed.v1";
    private static final Api HEAD = Api.as("department-clerk");
    private static final Api STRANGER = Api.as("unit-head");

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void aClassIsToldToTheOthersAsAWhole() {
        // Given
        Map<String, Object> facts = AProject.facts("60000000.00", AProject.enterprise("范例甲", "91440703MA00000077"));
        AProject project = AProject.registered(facts)
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(AProject.CAPTAIN, "CONTACT_RECORD")
                .enters("NEGOTIATING", AProject.CAPTAIN);

        // When
        Response opened = opens(project, AProject.CAPTAIN, staff("440703-ZR", "m1"));

        // Then
        opened.then()
                .statusCode(201)
                .body("leadUnit", equalTo("440703-ZR"))
                .body("open", equalTo(true))
                .body("allowedCommands", containsInAnyOrder("addClassMember", "removeClassMember"));
        JsonNode told = Log.events(CHANGED).getLast();
        EventSchemas.assertMatches(CHANGED, told.toString());
        assertEquals("[\"91440703MA00000077\"]", told.path("enterprises").toString());
        assertEquals("440703-ZR", told.path("leadUnit").asText());
        assertEquals("440703101", told.path("divisionCode").asText());
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM event_log WHERE type = '" + CHANGED
                        + "' AND published_version IS NOT NULL"));
        EventSchemas.assertProduces(SpecialClassChanged.class, CHANGED);
    }

    @Test
    void aUnitNobodyKnowsAndAPersonNamedTwiceAreRefusedTogether() {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        Map<String, Object> withoutUnit = staff("", "m1");
        withoutUnit.remove("leadUnit");

        // When
        Response wrong = opens(project, AProject.OFFICE, staff("440704-XX", "m1", "m1"));
        Response bare = opens(project, AProject.OFFICE, withoutUnit);

        // Then
        wrong.then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/leadUnit", "/members/1/account"))
                .body("errors.code", containsInAnyOrder("UNIT_UNKNOWN", "CLASS_MEMBER_TWICE"));
        bare.then().statusCode(400).body("errors.pointer", contains("/leadUnit"));
        assertEquals(0, Log.count("SELECT count(*) FROM special_class"));
    }

    @Test
    void leaderAndHeadActByAppointmentAndNobodyElseWithoutARight() {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        opens(project, AProject.OFFICE, staff("440703-ZR", "m1")).then().statusCode(201);
        Map<String, String> newcomer = member("m2");

        // When
        Response byStranger = STRANGER.post(path(project) + "/members", newcomer);
        Response byOtherCaptain = Api.as(Persona.of("both", "440703", "TEAM_CAPTAIN", "UNIT_CLERK")
                        .with("teams", List.of("T02")))
                .post(path(project) + "/members", newcomer);
        Response byHead = HEAD.post(path(project) + "/members", newcomer);
        Response again = HEAD.post(path(project) + "/members", member("ｍ\u200b2\u00a0"));
        Response headNamesHead = appoints(project, HEAD, Map.of("head", "someone"));
        Response leaderNamesUnit = appoints(project, AProject.LEADER, Map.of("leadUnit", "440703101"));
        Response leaderNamesHead = appoints(project, AProject.LEADER, Map.of("head", account("unit-head")));
        Response byOldHead = HEAD.post(path(project) + "/members", member("m3"));
        Response byNewHead = STRANGER.post(path(project) + "/members/\u200bｍ1/remove", null, project.etag());

        // Then
        byStranger.then().statusCode(403).body("code", equalTo("NOT_IN_CHARGE_OF_CLASS"));
        byOtherCaptain.then().statusCode(403);
        byHead.then().statusCode(200).body("members.account", contains("m1", "m2"));
        again.then().statusCode(409).body("code", equalTo("CLASS_MEMBER_EXISTS"));
        headNamesHead.then().statusCode(403);
        leaderNamesUnit.then().statusCode(403);
        leaderNamesHead.then().statusCode(200).body("head", equalTo(account("unit-head")));
        byOldHead.then().statusCode(403);
        byNewHead.then().statusCode(200).body("members.account", contains("m2"));
        assertEquals(
                "[\"m2\"]",
                Log.events(CHANGED).getLast().path("members").findValuesAsText("account").stream()
                        .map(account -> "\"" + account + "\"")
                        .toList()
                        .toString());
        assertEquals(4, Log.events(CHANGED).size());
    }

    @Test
    void theLastMemberStaysAndWhatChangesNothingIsRefused() {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        opens(project, AProject.OFFICE, staff("440703-ZR", "m1")).then().statusCode(201);

        // When
        Response last = AProject.OFFICE.post(path(project) + "/members/m1/remove", null, project.etag());
        Response nobody = AProject.OFFICE.post(path(project) + "/members/m9/remove", null, project.etag());
        Response nothing = appoints(project, AProject.OFFICE, Map.of());
        Response blank = appoints(project, AProject.OFFICE, Map.of("head", " "));
        Response same = appoints(project, AProject.OFFICE, Map.of("leadUnit", "440703-ZR"));
        Response unknown = appoints(project, AProject.OFFICE, Map.of("leadUnit", "440703-??"));
        Response stale = AProject.OFFICE.post(path(project) + "/members/m1/remove", null, "\"1\"");

        // Then
        last.then().statusCode(409).body("code", equalTo("CLASS_MEMBER_LAST"));
        nobody.then().statusCode(404).body("code", equalTo("CLASS_MEMBER_UNKNOWN"));
        nothing.then().statusCode(422).body("code", equalTo("CLASS_UNCHANGED"));
        blank.then().statusCode(400).body("errors.pointer", contains("/head"));
        same.then().statusCode(422).body("code", equalTo("CLASS_UNCHANGED"));
        unknown.then().statusCode(422).body("errors.code", contains("UNIT_UNKNOWN"));
        stale.then().statusCode(412);
        assertEquals(1, Log.events(CHANGED).size());
    }

    @Test
    void aProjectBeforeItsSignatureMayLoseItsClassAndGetAnother() {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        opens(project, AProject.OFFICE, staff("440703-ZR", "m1")).then().statusCode(201);

        // When
        Response byCaptain = AProject.CAPTAIN.post(path(project) + "/close", Map.of("reason", "范例"), project.etag());
        Response closed = AProject.OFFICE.post(path(project) + "/close", Map.of("reason", "范例：改由园区承接"), project.etag());

        // Then
        byCaptain.then().statusCode(403);
        closed.then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("allowedCommands", contains("openSpecialClass"));
        AProject.OFFICE.get(path(project)).then().statusCode(404);
        AProject.OFFICE.post(path(project) + "/members", member("m2")).then().statusCode(404);
        JsonNode told = Log.events(CHANGED).getLast();
        EventSchemas.assertMatches(CHANGED, told.toString());
        assertEquals(ProjectStack.TODAY, told.path("closedOn").asText());
        opens(project, AProject.OFFICE, staff("440703101", "m3")).then().statusCode(201);
    }

    @Test
    void aSignedProjectIsAtNoMomentWithoutAClass() {
        // Given
        AProject project = AProject.signed("60000000.00");
        Map<String, Object> successor = Map.of("reason", "范例：分工调整", "specialClass", staff("440703101", "m7"));
        String first = AProject.OFFICE.get(path(project)).path("id");

        // When
        Response closed = AProject.OFFICE.post(path(project) + "/close", Map.of("reason", "x"), project.etag());
        Response replaced = AProject.OFFICE.post(path(project) + "/replace", successor, project.etag());

        // Then
        closed.then()
                .statusCode(409)
                .body("code", equalTo("SPECIAL_CLASS_NEEDED"))
                .body("stage", equalTo("SIGNED"));
        replaced.then()
                .statusCode(200)
                .body("id", not(equalTo(first)))
                .body("leadUnit", equalTo("440703101"))
                .body("allowedCommands", hasItems("replaceSpecialClass", "appointClassPosts"))
                .body("allowedCommands", not(hasItems("closeSpecialClass")));
        List<JsonNode> told = Log.events(CHANGED);
        assertEquals(3, told.size());
        assertEquals(first, told.get(1).path("classId").asText());
        assertEquals(false, told.get(1).path("open").asBoolean());
        assertEquals(true, told.get(2).path("open").asBoolean());
        assertEquals(1, Log.count("SELECT count(*) FROM special_class WHERE closed_on IS NULL"));
    }

    @Test
    void ofManyWhoOpenAtOnceOneSucceeds() throws Exception {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        List<Integer> statuses;

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> tries = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> opens(project, AProject.OFFICE, staff("440703-ZR", "m" + i))
                            .statusCode())
                    .toList();
            statuses = threads.invokeAll(tries).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        // Then
        assertEquals(List.of(201, 409, 409, 409, 409, 409), statuses);
    }

    private static Response opens(AProject project, Api api, Map<String, Object> staff) {
        return api.post(path(project), staff);
    }

    private static Response appoints(AProject project, Api api, Map<String, Object> posts) {
        return api.post(path(project) + "/appointments", posts, project.etag());
    }

    private static String path(AProject project) {
        return project.path() + "/special-class";
    }

    private static Map<String, Object> staff(String leadUnit, String... members) {
        Map<String, Object> staff = new HashMap<>();
        staff.put("leader", account("leader"));
        staff.put("head", account("department-clerk"));
        staff.put("leadUnit", leadUnit);
        staff.put(
                "members",
                List.of(members).stream().map(SpecialClassTest::member).toList());
        return staff;
    }

    private static Map<String, String> member(String account) {
        return Map.of("account", account, "department", "440703-ZR", "role", "MEMBER");
    }

    private static String account(String persona) {
        return Persona.named(persona).subject();
    }
}
