package org.pengjiang.project.gates;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.project.model.Roles;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class GatesRefuseTest {
    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void theDryRunNamesEverythingThatTheRealRunNames() {
        // Given
        Map<String, Object> bare = Map.of("name", "范例空白线索", "kind", "NEW", "divisionCode", "440703101");
        AProject project = AProject.registered(bare);
        Map<String, Object> wish = Map.of("to", "NEGOTIATING", "businessDate", "2099-01-01");

        // When
        Response dry = AProject.CAPTAIN.post(project.path() + "/transitions/check", wish);
        Response real = AProject.CAPTAIN.post(project.path() + "/gate-requests", wish, project.etag());

        // Then
        dry.then().statusCode(200).body("ready", equalTo(false));
        real.then().statusCode(409).body("code", equalTo("GATE_NOT_SATISFIED"));
        assertEquals(dry.jsonPath().getList("missing"), real.jsonPath().getList("missing"));
        real.then()
                .body("missing.size()", equalTo(7))
                .body(
                        "missing.rule",
                        hasItems(
                                "RULE_DATE_NOT_IN_FUTURE",
                                "RULE_CHAIN_OR_INDUSTRY",
                                "RULE_SHARES_WHOLE",
                                "RULE_EVIDENCE_PRESENT"))
                .body("errors.size()", equalTo(7));
        assertEquals(0, Log.count("SELECT count(*) FROM gate_request"));
    }

    @Test
    void aDayBeforeEveryThresholdPolicyIsNoFaultOfTheServer() {
        // Given
        AProject project = AProject.registered(Map.of("name", "范例空白线索", "kind", "NEW", "divisionCode", "440703101"));

        for (String day : List.of("0000-01-01", "2010-12-31")) {
            // When
            Response refused = AProject.CAPTAIN.post(
                    project.path() + "/gate-requests",
                    Map.of("to", "NEGOTIATING", "businessDate", day),
                    project.etag());

            // Then
            refused.then().statusCode(409).body("code", equalTo("GATE_NOT_SATISFIED"));
        }
    }

    @Test
    void whoSubmittedDoesNotConfirmAndNoOneOfACreditedTeamDoes() {
        // Given
        AProject project = AProject.underReview("60000000.00").judged("PASS");
        project.verified("MINUTES");
        int seq = project.asks("ADMITTED", AProject.OFFICE).path("seq");
        Api creditedOffice =
                Api.as(Persona.of("office-of-t01", "440703", "PROMOTION_OFFICE").with("teams", List.of("T01")));

        // When
        Response own = project.confirms(seq, AProject.OFFICE);
        Response credited = project.confirms(seq, creditedOffice);
        Response leader = project.confirms(seq, AProject.LEADER);

        // Then
        own.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        credited.then().statusCode(403).body("code", equalTo("CREDITED_TEAM_MEMBER"));
        leader.then().statusCode(403).body("code", equalTo("NOT_CONFIRMER"));
        assertEquals("ADMISSION_REVIEW", project.stage());
    }

    @Test
    void aRejectedRequestStaysAndTheNextOneGetsTheNextNumber() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        int first = project.asks("SIGNED", AProject.CAPTAIN).path("seq");

        // When
        AProject.OFFICE
                .post(
                        project.path() + "/gate-requests/" + first + "/reject",
                        Map.of("reason", "范例：附件不清"),
                        project.etag())
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        Response second = project.asks("SIGNED", AProject.CAPTAIN);

        // Then
        second.then().statusCode(201).body("seq", equalTo(first + 1));
        AProject.OFFICE
                .get(project.path() + "/gate-requests")
                .then()
                .body("status", contains("PASSED", "PASSED", "PASSED", "REJECTED", "OPEN"));
    }

    @Test
    void whatIsUnderReviewStandsStill() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        project.asks("SIGNED", AProject.CAPTAIN).then().statusCode(201);

        // When
        Response patch = AProject.CAPTAIN.patch(project.path(), Map.of("name", "另一名称"), project.etag());
        Response again = project.asks("SIGNED", AProject.CAPTAIN);

        // Then
        patch.then().statusCode(409).body("code", equalTo("GATE_REQUEST_OPEN"));
        again.then().statusCode(409).body("code", equalTo("GATE_REQUEST_OPEN"));
    }

    @Test
    void ofTwoSubmissionsAtOnceOneIsTaken() throws Exception {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        String etag = project.etag();

        // When
        List<Integer> statuses = atOnce(
                4,
                () -> AProject.CAPTAIN
                        .post(
                                project.path() + "/gate-requests",
                                Map.of("to", "SIGNED", "businessDate", ProjectStack.TODAY),
                                etag)
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(1, Log.count("SELECT count(*) FROM approval_request WHERE kind = 'GATE' AND outcome = 'OPEN'"));
    }

    @Test
    void ofTwoConfirmationsAtOnceOneCountsAndTheProjectIsSignedOnce() throws Exception {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        int seq = project.asks("SIGNED", AProject.CAPTAIN).path("seq");
        String etag = project.etag();

        // When
        List<Integer> statuses = atOnce(
                4,
                () -> AProject.OFFICE
                        .post(project.path() + "/gate-requests/" + seq + "/confirm", null, etag)
                        .statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(
                1,
                Log.events("project.stage-changed.v1").stream()
                        .filter(event -> event.path("to").asText().equals("SIGNED"))
                        .count());
    }

    @Test
    void anotherDistrictSeesNothingAndAnotherTeamMayNotSubmit() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");

        // When
        Response elsewhere = Api.as("other-district-clerk").get(project.path());
        Response otherTown = Api.as("unit-clerk-2").get(project.path());
        Response city = Api.as("city-platform").get(project.path());
        Response otherTeam = project.asks("SIGNED", AProject.CAPTAIN_2);

        // Then
        elsewhere.then().statusCode(404);
        otherTown.then().statusCode(404);
        city.then().statusCode(200);
        otherTeam.then().statusCode(403).body("code", equalTo("NOT_OF_CREDITED_TEAM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.UNIT_CLERK, Roles.ASSESSOR, Roles.STATISTICS_VERIFIER})
    void aSecondRoleThatMayNotDoItEitherOpensNoProjectOfAnotherTeam(String second) {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        for (String first : List.of(Roles.TEAM_MEMBER, Roles.TEAM_CAPTAIN)) {
            Api both = Api.as(new Persona(
                    "of-t02-" + first + second,
                    List.of(first, second),
                    Map.of("division", "440703", "teams", List.of("T02"))));
            List<Map<String, Object>> all =
                    List.of(Map.of("teamId", KnownTeams.T02, "role", "HOST", "basisPoints", 10_000, "overlay", false));

            // Then
            assertNotOfCreditedTeam(both.put(project.path() + "/shares", Map.of("shares", all), project.etag()));
            assertNotOfCreditedTeam(project.asks("SIGNED", both));
            List<String> allowed = both.get(project.path()).path("allowedCommands");
            assertFalse(
                    allowed.contains("shareProject") || allowed.contains("submitGateRequest:SIGNED"),
                    allowed::toString);
        }
    }

    private static void assertNotOfCreditedTeam(Response refused) {
        refused.then().statusCode(403).body("code", equalTo("NOT_OF_CREDITED_TEAM"));
    }

    @Test
    void aRegisteredInvestorWhoNegotiatesAlreadyHoldsTheSecondLeadForTheOffice() {
        // Given
        String investor = AProject.CAPTAIN
                .post(
                        "/v1/investors",
                        Map.of("name", "范例重复投资有限公司", "country", "CN", "idType", "USCC", "idNo", "91440703MA00000077"))
                .path("id");
        AProject.registered(AProject.facts("60000000.00", investor))
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(AProject.CAPTAIN, "CONTACT_RECORD")
                .enters("NEGOTIATING", AProject.CAPTAIN);
        AProject second = AProject.registered(AProject.facts("900000000.00", investor))
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(AProject.CAPTAIN, "CONTACT_RECORD");

        // When
        Response asked = second.asks("NEGOTIATING", AProject.CAPTAIN);

        // Then
        asked.then().statusCode(201).body("status", equalTo("OPEN")).body("outstanding", contains("PROMOTION_OFFICE"));
        second.confirms(asked.path("seq"), AProject.OFFICE).then().statusCode(200);
        assertEquals("NEGOTIATING", second.stage());
    }

    @Test
    void signedMoneyChangesOnlyByASecondPersonAndSharesOnlyByRuling() {
        // Given
        AProject project = AProject.signed("60000000.00");
        Map<String, Object> amount = Map.of(
                "agreementAmountYuan",
                "75000000.00",
                "businessDate",
                ProjectStack.TODAY,
                "reason",
                "追加投资",
                "documentNo",
                "范例函〔2026〕9号");
        Map<String, Object> shares = new HashMap<>();
        shares.put(
                "shares",
                List.of(
                        Map.of("teamId", KnownTeams.T01, "role", "ORIGINATOR", "basisPoints", 5000, "overlay", false),
                        Map.of("teamId", KnownTeams.T02, "role", "HOST", "basisPoints", 5000, "overlay", false)));

        // When
        Response patch = AProject.OFFICE.patch(
                project.path(), Map.of("money", Map.of("plannedTotalYuan", "70000000.00")), project.etag());
        Response proposed = AProject.CAPTAIN.post(project.path() + "/amount-revisions", amount, project.etag());
        proposed.then().log().ifValidationFails().statusCode(201);
        Response confirmed = AProject.OFFICE.post(project.path() + "/amount-revisions/1/confirm", null, project.etag());
        Response withoutRuling = AProject.OFFICE.put(project.path() + "/shares", shares, project.etag());
        shares.put("ruling", "范例裁定〔2026〕1号");
        Response ruled = AProject.OFFICE.put(project.path() + "/shares", shares, project.etag());

        // Then
        patch.then().statusCode(409).body("code", equalTo("AMOUNT_NEEDS_REVISION"));
        confirmed.then().log().ifValidationFails().statusCode(200);
        withoutRuling.then().statusCode(422).body("code", equalTo("RULING_MISSING"));
        ruled.then().log().ifValidationFails().statusCode(200);
        project.read().then().body("agreementAmountYuan", equalTo("75000000.00"));
        assertEquals(
                "60000000.00",
                Log.events("project.amount-changed.v1")
                        .getFirst()
                        .path("previousAmountYuan")
                        .asText());
        assertEquals(
                2,
                Log.events("project.shares-changed.v1")
                        .getFirst()
                        .path("shares")
                        .size());
    }

    private static List<Integer> atOnce(int callers, java.util.concurrent.Callable<Integer> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            List<Future<Integer>> answers = IntStream.range(0, callers)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
