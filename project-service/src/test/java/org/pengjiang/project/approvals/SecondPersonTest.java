package org.pengjiang.project.approvals;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** What one person proposes another confirms, and nobody of a team that gains by it: gates, amounts, papers, credit codes, files. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class SecondPersonTest {
    private static final Api OFFICE_OF_T01 = office("office-of-t01", "T01");
    private static final Api OFFICE_OF_T02 = office("office-of-t02", "T02");

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    private static Api office(String account, String... teams) {
        return Api.as(Persona.of(account, "440703", "PROMOTION_OFFICE").with("teams", List.of(teams)));
    }

    @Test
    void aGateNamesTheTeamThatMayNotConfirmIt() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        int seq = project.asks("SIGNED", AProject.CAPTAIN).path("seq");

        // When
        Response own = project.confirms(seq, office("office-of-many", "T01", "T09"));
        Response other = project.confirms(seq, OFFICE_OF_T02);

        // Then
        own.then()
                .statusCode(403)
                .body("code", equalTo("CREDITED_TEAM_MEMBER"))
                .body("teams", contains("T01"))
                .body("detail", containsString("T01"));
        other.then().statusCode(200).body("confirmations.confirmedBy", contains("office-of-t02"));
        assertEquals("SIGNED", project.stage());
    }

    @Test
    void ofAConfirmationAndARefusalOfAGateAtOnceOneCounts() throws Exception {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        String request = project.path() + "/gate-requests/"
                + project.asks("SIGNED", AProject.CAPTAIN).path("seq");

        // When
        int won = atOnce(project.etag(), decisions(request, "confirm", "reject"));

        // Then
        assertEquals(1, won);
        assertEquals(0, open("GATE"));
    }

    @Test
    void aPaperIsVerifiedByAnotherPersonOfAnotherTeam() {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        String paper = project.path() + "/evidence/" + project.evidence(AProject.OFFICE, "AGREEMENT_SCAN");

        // When
        Response same = AProject.OFFICE.post(paper + "/verify", null, project.etag());
        Response credited = OFFICE_OF_T01.post(paper + "/reject", Map.of("reason", "范例"), project.etag());
        Response other = OFFICE_OF_T02.post(paper + "/verify", null, project.etag());
        Response again = AProject.OFFICE_2.post(paper + "/reject", Map.of("reason", "范例"), project.etag());

        // Then
        same.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        credited.then()
                .statusCode(403)
                .body("code", equalTo("CREDITED_TEAM_MEMBER"))
                .body("teams", contains("T01"));
        other.then().statusCode(200).body("status", equalTo("VERIFIED")).body("judgedBy", equalTo("office-of-t02"));
        again.then().statusCode(409).body("code", equalTo("EVIDENCE_JUDGED")).body("status", equalTo(409));
    }

    @Test
    void ofSeveralJudgementsOfAPaperAtOnceOneCounts() throws Exception {
        // Given
        AProject project = AProject.negotiating("60000000.00");
        String paper = project.path() + "/evidence/" + project.evidence(AProject.OFFICE, "AGREEMENT_SCAN");

        // When
        int won = atOnce(project.etag(), decisions(paper, "verify", "reject"));

        // Then
        assertEquals(1, won);
        assertEquals(1, Log.events("project.evidence-judged.v1").size());
    }

    @Test
    void aPaperVerifiedByAMemberOfATeamThatIsCreditedNowCarriesNoGate() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        Log.tamper("DELETE FROM evidence WHERE type = 'AGREEMENT_SCAN'");
        String paper = project.path() + "/evidence/" + project.evidence(AProject.OFFICE, "AGREEMENT_SCAN");
        OFFICE_OF_T02.post(paper + "/verify", null, project.etag()).then().statusCode(200);
        Response before = check(project, "SIGNED");

        // When
        project.sharedWith(Map.of(KnownTeams.T01, 5_000, KnownTeams.T02, 5_000));
        Response dry = check(project, "SIGNED");
        Response real = project.asks("SIGNED", AProject.CAPTAIN);

        // Then
        before.then().statusCode(200).body("ready", equalTo(true));
        dry.then().statusCode(200).body("missing.rule", contains("RULE_CONFIRMER_NOT_CREDITED"));
        real.then()
                .statusCode(409)
                .body("code", equalTo("GATE_NOT_SATISFIED"))
                .body("errors.code", contains("RULE_CONFIRMER_NOT_CREDITED"))
                .body("errors[0].detail", containsString("office-of-t02"))
                .body("errors[0].detail", containsString("T02"));

        // and another person's word helps
        project.verified("AGREEMENT_SCAN");
        project.asks("SIGNED", AProject.CAPTAIN).then().statusCode(201);
    }

    @Test
    void anAmountIsConfirmedByAnotherPersonAndNobodyOfATeamThatIsCreditedByThen() {
        // Given
        AProject project = AProject.signed("60000000.00");
        String revision = project.path() + "/amount-revisions/" + proposed(project, OFFICE_OF_T01);

        // When
        Response same = OFFICE_OF_T01.post(revision + "/confirm", null, project.etag());
        Response credited = office("another-of-t01", "T01").post(revision + "/confirm", null, project.etag());
        ruled(project, KnownTeams.T01, KnownTeams.T02);
        Response creditedByNow = OFFICE_OF_T02.post(revision + "/confirm", null, project.etag());
        Response other = AProject.OFFICE.post(revision + "/confirm", null, project.etag());
        Response again = AProject.OFFICE_2.post(revision + "/confirm", null, project.etag());

        // Then
        same.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        credited.then()
                .statusCode(403)
                .body("code", equalTo("CREDITED_TEAM_MEMBER"))
                .body("teams", contains("T01"));
        creditedByNow.then().statusCode(403).body("teams", contains("T02"));
        other.then().statusCode(200).body("status", equalTo("CONFIRMED"));
        again.then().statusCode(409).body("code", equalTo("AMOUNT_REVISION_CLOSED"));
        project.read().then().body("agreementAmountYuan", equalTo("75000000.00"));
    }

    @Test
    void ofSeveralDecisionsOnAnAmountAtOnceOneCountsAndTheReasonOfARefusalIsKept() throws Exception {
        // Given
        AProject project = AProject.signed("60000000.00");
        String revision = project.path() + "/amount-revisions/" + proposed(project, AProject.CAPTAIN);

        // When
        int won = atOnce(project.etag(), decisions(revision, "confirm", "reject"));

        // Then
        assertEquals(1, won);
        assertEquals(0, open("AMOUNT"));

        // and
        String next = project.path() + "/amount-revisions/" + proposed(project, AProject.CAPTAIN, "76000000.00");
        office("office-9")
                .post(next + "/reject", Map.of("reason", "范例：附件不清"), project.etag())
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("closedBy", equalTo("office-9"))
                .body("closeReason", equalTo("范例：附件不清"));
    }

    @Test
    void aFailingCreditCodeIsConfirmedByNobodyWhoseTeamGainsByTheInvestor() {
        // Given
        Response investor = failingCode();
        AProject.registered(AProject.facts("60000000.00", investor.path("id")))
                .sharedWith(Map.of(KnownTeams.T01, 10_000));
        String path = "/v1/investors/" + investor.path("id");

        // When
        Response same = AProject.OFFICE.post(path + "/confirm-override", null, investor.header("ETag"));
        Response credited = OFFICE_OF_T01.post(path + "/confirm-override", null, investor.header("ETag"));
        Response other = OFFICE_OF_T02.post(path + "/confirm-override", null, investor.header("ETag"));
        Response again = AProject.OFFICE_2.post(path + "/confirm-override", null, other.header("ETag"));

        // Then
        same.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        credited.then()
                .statusCode(403)
                .body("code", equalTo("CREDITED_TEAM_MEMBER"))
                .body("teams", contains("T01"));
        other.then()
                .statusCode(200)
                .body("overridePending", equalTo(false))
                .body("overrideConfirmedBy", equalTo("office-of-t02"));
        again.then().statusCode(409).body("code", equalTo("OVERRIDE_NOT_PENDING"));
    }

    @Test
    void aCreditCodeConfirmedByAMemberOfATeamThatIsCreditedNowCarriesNoGateUntilAnotherPersonConfirms() {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");
        OFFICE_OF_T01
                .post(path + "/confirm-override", null, investor.header("ETag"))
                .then()
                .statusCode(200);
        AProject project = AProject.registered(AProject.facts("60000000.00", investor.path("id")))
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(AProject.CAPTAIN, "CONTACT_RECORD")
                .enters("NEGOTIATING", AProject.CAPTAIN)
                .with(AProject.CAPTAIN, "FEASIBILITY_STUDY")
                .with(AProject.CAPTAIN, "CREDIT_CHECK")
                .with(AProject.CAPTAIN, "VISIT_REPORT");

        // When
        Response tainted = project.asks("ADMISSION_REVIEW", AProject.CAPTAIN);
        Response another = office("office-9")
                .post(
                        path + "/confirm-override",
                        null,
                        AProject.OFFICE.get(path).header("ETag"));
        Response asked = project.asks("ADMISSION_REVIEW", AProject.CAPTAIN);

        // Then
        tainted.then()
                .statusCode(409)
                .body("errors.code", contains("RULE_CONFIRMER_NOT_CREDITED"))
                .body("errors[0].pointer", equalTo("/investors"))
                .body("errors[0].detail", containsString("office-of-t01"))
                .body("errors[0].detail", containsString("T01"));
        another.then().statusCode(200).body("overrideConfirmedBy", equalTo("office-9"));
        asked.then().statusCode(201).body("status", equalTo("PASSED"));
    }

    @Test
    void ofSeveralConfirmationsOfACreditCodeAtOnceOneCounts() throws Exception {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");

        // When
        int won = atOnce(investor.header("ETag"), decisions(path, "confirm-override", "confirm-override"));

        // Then
        assertEquals(1, won);
        assertEquals(1, Log.count("SELECT count(*) FROM approval_confirmation"));
    }

    @Test
    void aFileIsConfirmedByNobodyWhoseTeamItCredits() throws Exception {
        // Given
        String path = checked(row("X-1", "T01:HOST:10000") + row("X-2", "T02:HOST:10000"));
        String etag = AProject.OFFICE.get(path).header("ETag");

        // When
        Response same = AProject.OFFICE.post(path + "/confirm", null, etag);
        Response first = OFFICE_OF_T01.post(path + "/confirm", null, etag);
        Response second = OFFICE_OF_T02.post(path + "/confirm", null, etag);
        int won = atOnce(etag, decisions(path, "confirm", "confirm"));

        // Then
        same.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
        first.then()
                .statusCode(403)
                .body("code", equalTo("CREDITED_TEAM_MEMBER"))
                .body("teams", contains("T01"));
        second.then().statusCode(403).body("teams", contains("T02"));
        assertEquals(1, won);
        reaches(path, "DONE");
        AProject.OFFICE.get(path).then().body("rowsImported", equalTo(2));
        assertEquals(
                2,
                Log.count("SELECT count(*) FROM approval_request a JOIN evidence e ON e.approval_id = a.id"
                        + " WHERE a.outcome = 'CONFIRMED' AND a.closed_by LIKE 'office-_'"));
    }

    @Test
    void aRowIsNotEnteredOnTheWordOfAMemberOfTheTeamItCredits() {
        // Given: checked before the teams of a file were kept
        String path = checked(row("X-1", "T01:HOST:10000") + row("X-2", "T02:HOST:10000"));
        Log.tamper("UPDATE approval_request SET excluded_teams = '{}'");

        // When
        OFFICE_OF_T01
                .post(path + "/confirm", null, AProject.OFFICE.get(path).header("ETag"))
                .then()
                .statusCode(200);
        reaches(path, "DONE");

        // Then
        AProject.OFFICE.get(path).then().body("rowsImported", equalTo(1)).body("rowsBad", equalTo(1));
        AProject.OFFICE
                .get(path + "/refused-rows")
                .then()
                .body("items.externalId", contains("X-1"))
                .body("items[0].faults.code", contains("CONFIRMER_CREDITED"))
                .body("items[0].faults[0].detail", containsString("office-of-t01"));
    }

    @Test
    void aFileWithoutAGoodRowAndADryRunWaitForNobody() {
        // Given
        String bad = path(AProject.OFFICE, row("X-1", "T09:HOST:10000"), "");
        String dry = path(AProject.OFFICE, row("X-2", "T01:HOST:10000"), "&dryRun=true");

        // When
        reaches(bad, "DONE");
        reaches(dry, "DONE");

        // Then
        Response confirmed = AProject.OFFICE_2.post(
                bad + "/confirm", null, AProject.OFFICE.get(bad).header("ETag"));
        confirmed.then().statusCode(409).body("code", equalTo("IMPORT_NOT_AWAITING"));
        assertEquals(1, Log.count("SELECT count(*) FROM approval_request"));
        assertEquals(1, Log.count("SELECT count(*) FROM approval_request WHERE outcome = 'WITHDRAWN'"));
        assertEquals(0, Log.count("SELECT count(*) FROM task"));
    }

    private static Response check(AProject project, String to) {
        return AProject.CAPTAIN.post(
                project.path() + "/transitions/check", Map.of("to", to, "businessDate", ProjectStack.TODAY));
    }

    private static Response failingCode() {
        Response pending = AProject.OFFICE.post(
                "/v1/investors",
                Map.of(
                        "name",
                        "范例特批有限公司",
                        "country",
                        "CN",
                        "idType",
                        "USCC",
                        "idNo",
                        "91440703MA00000078",
                        "overrideReason",
                        "范例：执照原件如此"));
        pending.then().log().ifValidationFails().statusCode(201);
        return pending;
    }

    private static int proposed(AProject project, Api by) {
        return proposed(project, by, "75000000.00");
    }

    private static int proposed(AProject project, Api by, String yuan) {
        Response proposed = by.post(
                project.path() + "/amount-revisions",
                Map.of(
                        "agreementAmountYuan",
                        yuan,
                        "businessDate",
                        ProjectStack.TODAY,
                        "reason",
                        "范例：追加投资",
                        "documentNo",
                        "范例函〔2026〕9号"),
                project.etag());
        proposed.then().log().ifValidationFails().statusCode(201);
        return proposed.path("seq");
    }

    private static void ruled(AProject project, UUID one, UUID other) {
        Function<UUID, Map<String, Object>> half =
                team -> Map.of("teamId", team, "role", "HOST", "basisPoints", 5_000, "overlay", false);
        AProject.OFFICE
                .put(
                        project.path() + "/shares",
                        Map.of("shares", List.of(half.apply(one), half.apply(other)), "ruling", "范例裁定〔2026〕1号"),
                        project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private static String row(String externalId, String shares) {
        return "%s,范例历史项目%s,NEW,440703101,范例历史投资%s有限公司,120000000,范例协议%s,100000000.50,2022-03-05,%s,%s,SMART_APPLIANCE,,\n"
                .formatted(externalId, externalId, externalId, externalId, AProject.SHA_256, shares);
    }

    private static String path(Api api, String rows, String query) {
        String header =
                "external_id,name,kind,division,investor_name,planned_total_yuan,agreement_no,agreement_amount_yuan,"
                        + "signed_on,agreement_sha256,shares,chain,investor_id_type,investor_id_no\n";
        Response submitted = api.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body((header + rows).getBytes(StandardCharsets.UTF_8))
                .post("/v1/projects/imports?year=2022" + query);
        submitted.then().log().ifValidationFails().statusCode(202);
        return "/v1/projects/imports/" + submitted.path("id");
    }

    private static String checked(String rows) {
        String path = path(AProject.OFFICE, rows, "");
        reaches(path, "AWAITING_CONFIRMATION");
        return path;
    }

    private static void reaches(String path, String status) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> AProject.OFFICE.get(path).then().body("status", equalTo(status)));
    }

    private static long open(String kind) {
        return Log.count("SELECT count(*) FROM approval_request WHERE outcome = 'OPEN' AND kind = '" + kind + "'");
    }

    /** What no caller can do. */
    /** Four persons, two for each of these words. */
    private static List<Function<String, Response>> decisions(String path, String one, String other) {
        List<Function<String, Response>> decisions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String word = i % 2 == 0 ? one : other;
            Object body = word.equals("reject") ? Map.of("reason", "范例") : null;
            Api person = office("office-" + (i + 3));
            decisions.add(etag -> person.post(path + "/" + word, body, etag));
        }
        return decisions;
    }

    /** @return how many were taken; every other one was refused for what happened first */
    private static int atOnce(String etag, List<Function<String, Response>> decisions) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(decisions.size())) {
            List<Future<Integer>> answers = decisions.stream()
                    .map(decision -> pool.submit(() -> {
                        start.await();
                        return decision.apply(etag).statusCode();
                    }))
                    .toList();
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertTrue(
                    statuses.stream().allMatch(status -> List.of(200, 409, 412).contains(status)), statuses.toString());
            return (int) statuses.stream().filter(status -> status == 200).count();
        }
    }
}
