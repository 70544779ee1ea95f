package org.pengjiang.project.tasks;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.kit.testing.TaskTexts;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** Whoever may confirm is told, once more when a confirmation is not accepted any more, and nobody else; not for ever. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class WaitingForASecondPersonTest {
    private static final Api OFFICE_OF_T01 = office("office-of-t01", "T01");
    private static final Api OFFICE_OF_T02 = office("office-of-t02", "T02");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Instance<DueSource<?>> dues;

    @Inject
    Instance<NoticeSource> notices;

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    private static Api office(String account, String... teams) {
        return Api.as(Persona.of(account, "440703", "PROMOTION_OFFICE").with("teams", List.of(teams)));
    }

    @Test
    void everyKindHasItsTexts() {
        dues.forEach(source -> TaskTexts.assertComplete(source.kinds()));
        notices.forEach(source -> TaskTexts.assertComplete(source.kinds()));
    }

    @Test
    void aGateWaitsForNobodyOfATeamThatGainsByIt() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");

        // When
        project.asks("SIGNED", AProject.CAPTAIN).then().statusCode(201);

        // Then
        assertEquals(List.of(), waiting(OFFICE_OF_T01, "gate-to-confirm"));
        assertEquals(List.of(project.path()), waiting(OFFICE_OF_T02, "gate-to-confirm"));
        assertEquals(List.of(project.path()), waiting(AProject.OFFICE, "gate-to-confirm"));
    }

    @Test
    void aPaperWhoseVerifierIsCreditedByNowWaitsForAnotherPerson() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        Log.tamper("DELETE FROM evidence WHERE type = 'AGREEMENT_SCAN'");
        String paper = project.path() + "/evidence/" + project.evidence(AProject.OFFICE, "AGREEMENT_SCAN");
        Response first = OFFICE_OF_T02.post(paper + "/verify", null, project.etag());
        first.then().statusCode(200);
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "evidence-to-verify-again"));

        // When
        project.sharedWith(Map.of(KnownTeams.T01, 5_000, KnownTeams.T02, 5_000));

        // Then
        assertEquals(List.of(project.path()), waiting(AProject.OFFICE_2, "evidence-to-verify-again"));
        for (Api nobody : List.of(AProject.OFFICE, OFFICE_OF_T01, OFFICE_OF_T02, office("office-of-t02"))) {
            assertEquals(List.of(), waiting(nobody, "evidence-to-verify-again"));
        }
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE kind = 'evidence-to-verify-again'"
                        + " AND recipient = 'PROMOTION_OFFICE'"));

        // and another person's word on the same paper ends it
        OFFICE_OF_T02
                .post(paper + "/verify", null, project.etag())
                .then()
                .statusCode(403)
                .body("code", equalTo("FOUR_EYES"));
        AProject.OFFICE_2
                .post(paper + "/verify", null, project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("status", equalTo("VERIFIED"))
                .body("submittedAt", equalTo(first.path("submittedAt")));
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "evidence-to-verify-again"));
        project.asks("SIGNED", AProject.CAPTAIN).then().statusCode(201);
    }

    @Test
    void aPaperThatIsVerifiedTwiceNeedsNoThirdWord() {
        // Given
        AProject project = AProject.readyToSign("60000000.00");
        String paper = project.path() + "/evidence/" + project.evidence(AProject.OFFICE, "AGREEMENT_SCAN");
        OFFICE_OF_T02.post(paper + "/verify", null, project.etag()).then().statusCode(200);

        // When
        project.sharedWith(Map.of(KnownTeams.T01, 5_000, KnownTeams.T02, 5_000));

        // Then
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "evidence-to-verify-again"));
    }

    @Test
    void aCreditCodeWhoseConfirmerIsCreditedByNowWaitsForAnotherPerson() {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");
        assertEquals(List.of(path), waiting(OFFICE_OF_T01, "credit-code-to-confirm"));
        OFFICE_OF_T01
                .post(path + "/confirm-override", null, investor.header("ETag"))
                .then()
                .statusCode(200);
        AProject project = AProject.registered(AProject.facts("60000000.00", investor.path("id")));
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "credit-code-to-confirm-again"));

        // When
        project.sharedWith(Map.of(KnownTeams.T01, 10_000));

        // Then
        assertEquals(List.of(path), waiting(AProject.OFFICE_2, "credit-code-to-confirm-again"));
        assertEquals(List.of(), waiting(OFFICE_OF_T01, "credit-code-to-confirm-again"));
        assertEquals(List.of(), waiting(AProject.OFFICE, "credit-code-to-confirm-again"), "who entered it");

        // and
        AProject.OFFICE_2
                .post(
                        path + "/confirm-override",
                        null,
                        AProject.OFFICE.get(path).header("ETag"))
                .then()
                .statusCode(200);
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "credit-code-to-confirm-again"));
    }

    @Test
    void aCreditCodeWaitsForNobodyOnceItsInvestorHasLeftTheProject() {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");
        OFFICE_OF_T01
                .post(path + "/confirm-override", null, investor.header("ETag"))
                .then()
                .statusCode(200);
        AProject project = AProject.registered(AProject.facts("60000000.00", investor.path("id")));
        project.sharedWith(Map.of(KnownTeams.T01, 10_000));
        assertEquals(List.of(path), waiting(AProject.OFFICE_2, "credit-code-to-confirm-again"));

        // When
        AProject.OFFICE
                .patch(
                        project.path(),
                        Map.of(
                                "investors",
                                AProject.facts("60000000.00", AProject.investor("范例接手企业（虚构）"))
                                        .get("investors")),
                        project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "credit-code-to-confirm-again"));
    }

    @Test
    void anOpenCreditCodeWaitsForNobodyWhoseTeamSharesAProjectByNow() {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");
        AProject project = AProject.registered(AProject.facts("60000000.00", investor.path("id")));
        assertEquals(List.of(path), waiting(OFFICE_OF_T01, "credit-code-to-confirm"));

        // When
        project.sharedWith(Map.of(KnownTeams.T01, 10_000));

        // Then
        assertEquals(List.of(), waiting(OFFICE_OF_T01, "credit-code-to-confirm"));
        assertEquals(List.of(path), waiting(OFFICE_OF_T02, "credit-code-to-confirm"));
    }

    @Test
    void aCreditCodeThatNobodyConfirmsInTimeExpiresAndIsProposedOnceMore() {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");
        investor.then()
                .body("overrideStatus", equalTo("OPEN"))
                .body("overrideConfirmBy", equalTo("2026-12-20T15:59:59Z"));
        assertEquals(
                List.of("2026-12-20T23:59:59+08:00"),
                AProject.OFFICE_2
                        .get("/v1/tasks?mine&kind=credit-code-to-confirm")
                        .path("items.dueAt"));
        AProject.OFFICE
                .post(path + "/propose-override", Map.of("reason", "范例"), investor.header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("OVERRIDE_NOT_EXPIRED"));

        // When
        passTheDeadline();
        await().atMost(SOON).until(() -> AProject.OFFICE.get(path).path("overrideStatus"), "EXPIRED"::equals);

        // Then
        Response expired = AProject.OFFICE.get(path);
        expired.then().body("overridePending", equalTo(false)).body("overrideConfirmedBy", nullValue());
        assertEquals(1, Log.events("investor.override-expired.v1").size());
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE kind = 'credit-code-expired' AND recipient_kind ="
                        + " 'ACCOUNT'"));
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "credit-code-to-confirm"));
        assertEquals(0, Log.count("SELECT count(*) FROM due WHERE closed_at IS NULL"));
        AProject.OFFICE_2
                .post(path + "/confirm-override", null, expired.header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("OVERRIDE_NOT_PENDING"));
        assertEquals(1, Log.count("SELECT count(*) FROM investor WHERE override_confirmed_by IS NULL"));

        // and
        Response again =
                AProject.OFFICE.post(path + "/propose-override", Map.of("reason", "范例：续"), expired.header("ETag"));
        again.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("overrideStatus", equalTo("OPEN"))
                .body("overrideReason", equalTo("范例：续"));
        AProject.OFFICE_2
                .post(path + "/confirm-override", null, again.header("ETag"))
                .then()
                .statusCode(200)
                .body("overrideStatus", equalTo("CONFIRMED"));
    }

    @Test
    void anExpiredCreditCodeIsNoIdentityAtAGate() {
        // Given
        Response investor = failingCode();
        String path = "/v1/investors/" + investor.path("id");
        AProject project = AProject.registered(AProject.facts("60000000.00", investor.path("id")))
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(AProject.CAPTAIN, "CONTACT_RECORD")
                .enters("NEGOTIATING", AProject.CAPTAIN)
                .with(AProject.CAPTAIN, "FEASIBILITY_STUDY")
                .with(AProject.CAPTAIN, "CREDIT_CHECK")
                .with(AProject.CAPTAIN, "VISIT_REPORT");

        // When
        passTheDeadline();
        await().atMost(SOON).until(() -> AProject.OFFICE.get(path).path("overrideStatus"), "EXPIRED"::equals);
        Response asked = project.asks("ADMISSION_REVIEW", AProject.CAPTAIN);

        // Then
        asked.then().statusCode(409).body("errors.code", equalTo(List.of("RULE_OVERRIDE_CONFIRMED")));
    }

    @Test
    void aFileThatNobodyConfirmsInTimeIsNotEntered() {
        // Given
        Response job = AProject.OFFICE
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(
                        ("external_id,name,kind,division,investor_name,planned_total_yuan,agreement_no,agreement_amount_yuan,"
                                        + "signed_on,agreement_sha256,shares,chain,investor_id_type,investor_id_no\n"
                                        + "W-1,范例历史项目,NEW,440703101,范例历史投资有限公司,120000000,范例协议1,100000000.50,2022-03-05,"
                                        + AProject.SHA_256 + ",T01:HOST:10000,SMART_APPLIANCE,,\n")
                                .getBytes(StandardCharsets.UTF_8))
                .post("/v1/projects/imports?year=2022");
        job.then().log().ifValidationFails().statusCode(202);
        String path = "/v1/projects/imports/" + job.path("id");
        await().atMost(SOON).until(() -> AProject.OFFICE.get(path).path("status"), "AWAITING_CONFIRMATION"::equals);
        assertEquals(List.of(), waiting(OFFICE_OF_T01, "import-to-confirm"), "the file credits that team");
        assertEquals(List.of(path), waiting(OFFICE_OF_T02, "import-to-confirm"));
        AProject.OFFICE.get(path).then().body("confirmation", equalTo("OPEN")).body("confirmBy", notNullValue());

        // When
        passTheDeadline();
        await().atMost(SOON).until(() -> AProject.OFFICE.get(path).path("confirmation"), "EXPIRED"::equals);

        // Then
        AProject.OFFICE
                .get(path)
                .then()
                .body("status", equalTo("DONE"))
                .body("rowsImported", equalTo(0))
                .body("confirmedBy", nullValue())
                .body("finishedAt", notNullValue());
        assertEquals(1, Log.events("project-import.expired.v1").size());
        assertEquals(
                1,
                Log.count("SELECT count(*) FROM notice WHERE kind = 'import-expired' AND recipient_kind = 'ACCOUNT'"));
        AProject.OFFICE_2
                .post(path + "/confirm", null, AProject.OFFICE.get(path).header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("IMPORT_NOT_AWAITING"));
        assertEquals(0, Log.count("SELECT count(*) FROM project"));
    }

    @Test
    void whatWaitedBeforeThereWereDeadlinesExpiresToo() {
        // Given
        String path = "/v1/investors/" + failingCode().path("id");
        Log.tamper(
                "DELETE FROM due_level; DELETE FROM due; UPDATE approval_request SET deadline = '2026-11-19T23:59:59+08:00'");

        // Then
        await().atMost(SOON).until(() -> AProject.OFFICE.get(path).path("overrideStatus"), "EXPIRED"::equals);
    }

    @Test
    void anInvestorWhoseRowSomebodyHoldsHoldsUpNoOtherDue() throws SQLException {
        // Given
        String held = failingCode().path("id");
        String free = "/v1/investors/" + failingCode("91440703MA00000002").path("id");

        // When: its session forgot to end
        try (Connection forgotten = Database.administer();
                Statement statement = forgotten.createStatement()) {
            forgotten.setAutoCommit(false);
            statement.execute("SELECT FROM investor WHERE id = '" + held + "' FOR UPDATE");
            Log.tamper("DELETE FROM due_level; DELETE FROM due;"
                    + " UPDATE approval_request SET deadline = '2026-11-19T23:59:59+08:00'");

            // Then
            await().atMost(SOON).until(() -> AProject.OFFICE.get(free).path("overrideStatus"), "EXPIRED"::equals);
        }
        await().atMost(SOON)
                .until(() -> AProject.OFFICE.get("/v1/investors/" + held).path("overrideStatus"), "EXPIRED"::equals);
    }

    /** As if all of it had been proposed a month earlier. */
    private static void passTheDeadline() {
        Log.tamper("UPDATE approval_request SET deadline = '2026-11-19T23:59:59+08:00' WHERE outcome = 'OPEN';"
                + "UPDATE due SET due_at = '2026-11-19T23:59:59+08:00';"
                + "UPDATE due_level SET at = '2026-11-19T23:59:59.000001+08:00'");
    }

    private static Response failingCode() {
        return failingCode("91440703MA00000001");
    }

    private static Response failingCode(String code) {
        Response created = AProject.OFFICE.post(
                "/v1/investors",
                Map.of(
                        "name",
                        "范例失配企业有限公司",
                        "country",
                        "CN",
                        "idType",
                        "USCC",
                        "idNo",
                        code,
                        "overrideReason",
                        "范例：登记证照片为证"));
        created.then().log().ifValidationFails().statusCode(201);
        return created;
    }

    private static List<String> waiting(Api api, String kind) {
        Response tasks = api.get("/v1/tasks?mine&kind=" + kind);
        tasks.then().log().ifValidationFails().statusCode(200);
        return tasks.path("items.link");
    }
}
