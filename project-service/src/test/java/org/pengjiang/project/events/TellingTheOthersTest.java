package org.pengjiang.project.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** Where a project lies and who invests: told when it is entered, and again whenever that changes. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class TellingTheOthersTest {
    private static final String REGISTERED = "project.registered.v1";
    private static final String CHANGED = "project.changed.v1";
    private static final String GOOD = "91440703MA00000077";
    /** The shape is right, the check character is not. */
    private static final String FAILING = "91440703MA00000078";

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void theRecordsKeepTheirContracts() {
        EventSchemas.assertProduces(ProjectRegistered.class, REGISTERED);
        EventSchemas.assertProduces(ProjectChanged.class, CHANGED);
        EventSchemas.assertProduces(AmountChanged.class, "project.amount-changed.v1");
        EventSchemas.assertProduces(SharesChanged.class, "project.shares-changed.v1");
    }

    @Test
    void aProjectSaysWhereItLiesAndWhichEnterprisesInvestButNoPerson() {
        // Given
        String person = AProject.CAPTAIN
                .post(
                        "/v1/investors",
                        Map.of("name", "范例丁", "country", "US", "idType", "PASSPORT", "idNo", "E12345678"))
                .path("id");

        // When
        registered(AProject.enterprise("范例甲", GOOD), person, AProject.investor("范例筹备中"));

        // Then
        JsonNode told = Log.events(REGISTERED).getFirst();
        EventSchemas.assertMatches(REGISTERED, told.toString());
        assertEquals("440703101", told.path("divisionCode").asText());
        assertEquals(List.of(GOOD), enterprises(told));
        assertFalse(told.toString().contains("E12345678"));
    }

    @Test
    void anotherDivisionOrOtherInvestorsAreToldAndOtherFactsAreNot() {
        // Given
        AProject project = registered(AProject.enterprise("范例甲", GOOD));
        String other = AProject.investor("范例筹备中");

        // When
        revised(project, Map.of("name", "范例新名"));
        int afterTheName = Log.events(CHANGED).size();
        revised(project, Map.of("divisionCode", "440703102"));
        revised(project, Map.of("investors", List.of(Map.of("investorId", other, "controller", true))));

        // Then
        assertEquals(0, afterTheName);
        List<JsonNode> told = Log.events(CHANGED);
        told.forEach(event -> EventSchemas.assertMatches(CHANGED, event.toString()));
        assertEquals(2, told.size());
        assertEquals("440703102", told.get(0).path("divisionCode").asText());
        assertEquals(List.of(GOOD), enterprises(told.get(0)));
        assertEquals(List.of(), enterprises(told.get(1)));
    }

    @Test
    void aCodeThatFailsItsCheckIsToldOnlyAfterTheSecondPerson() {
        // Given
        Response investor = AProject.OFFICE.post(
                "/v1/investors",
                Map.of("name", "范例乙", "country", "CN", "idType", "USCC", "idNo", FAILING, "overrideReason", "范例：执照照片"));
        investor.then().log().ifValidationFails().statusCode(201);
        String id = investor.path("id");
        AProject one = registered(id);
        AProject two = registered(id);

        // When
        AProject.OFFICE_2
                .post("/v1/investors/" + id + "/confirm-override", null, investor.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals(List.of(), enterprises(Log.events(REGISTERED).getFirst()));
        List<JsonNode> told = Log.events(CHANGED);
        assertEquals(
                List.of(one.id, two.id),
                told.stream()
                        .map(event -> event.path("projectId").asText())
                        .sorted()
                        .toList());
        told.forEach(event -> assertEquals(List.of(FAILING), enterprises(event)));
    }

    @Test
    void whoeverRegistersWhileTheSecondPersonConfirmsIsToldOfAsWell() throws Exception {
        // Given
        Response investor = AProject.OFFICE.post(
                "/v1/investors",
                Map.of("name", "范例乙", "country", "CN", "idType", "USCC", "idNo", FAILING, "overrideReason", "范例：执照照片"));
        String id = investor.path("id");
        List<Callable<String>> registrations = Stream.generate(() -> (Callable<String>) () -> registered(id).id)
                .limit(24)
                .toList();

        // When
        List<String> projects = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<String>> running =
                    registrations.stream().map(threads::submit).toList();
            projects.add(running.getFirst().get());
            AProject.OFFICE_2
                    .post("/v1/investors/" + id + "/confirm-override", null, investor.header("ETag"))
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(200);
            for (Future<String> one : running.subList(1, running.size())) {
                projects.add(one.get());
            }
        }

        // Then
        Map<String, List<String>> told = new HashMap<>();
        Log.events(REGISTERED).forEach(event -> told.put(event.path("projectId").asText(), enterprises(event)));
        Log.events(CHANGED).forEach(event -> told.put(event.path("projectId").asText(), enterprises(event)));
        projects.forEach(project -> assertEquals(List.of(FAILING), told.get(project), project));
    }

    private static AProject registered(String... investors) {
        Map<String, Object> facts = AProject.facts("60000000.00", investors[0]);
        facts.put(
                "investors",
                List.of(investors).stream()
                        .map(id -> Map.of("investorId", id, "controller", id.equals(investors[0])))
                        .toList());
        return AProject.registered(facts);
    }

    private static void revised(AProject project, Map<String, Object> patch) {
        AProject.OFFICE
                .patch(project.path(), patch, project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static List<String> enterprises(JsonNode event) {
        return event.path("enterprises").valueStream().map(JsonNode::asText).toList();
    }
}
