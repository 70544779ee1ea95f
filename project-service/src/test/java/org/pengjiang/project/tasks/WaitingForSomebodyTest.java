package org.pengjiang.project.tasks;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.tasks.TaskSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.TaskTexts;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** Whoever must act next finds it under /v1/tasks, and finds it gone when it is done. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class WaitingForSomebodyTest {
    private static final Api VERIFIER = Api.as("statistics-verifier");

    @Inject
    Instance<TaskSource<?>> sources;

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void everyKindHasItsTexts() {
        sources.forEach(source -> TaskTexts.assertComplete(source.kinds()));
    }

    @Test
    void aGateWaitsForTheOfficeAndNotForWhoAsked() {
        // Given
        AProject project = AProject.underReview("80000000.00").judged("PASS");
        project.verified("MINUTES");

        // When
        Response asked = project.asks("ADMITTED", AProject.OFFICE);
        asked.then().log().ifValidationFails().statusCode(201);

        // Then
        assertEquals(List.of(), waiting(AProject.OFFICE, "gate-to-confirm"), "four eyes");
        assertEquals(List.of(project.path()), waiting(AProject.OFFICE_2, "gate-to-confirm"));
        assertEquals(List.of(), waiting(AProject.CAPTAIN, "gate-to-confirm"));
        String no = project.read().path("no");
        assertEquals(
                List.of("确认项目 " + no + " 进入“准入”阶段"),
                AProject.OFFICE_2.get("/v1/tasks?mine&kind=gate-to-confirm").path("items.title"));

        // and when it is confirmed it waits for nobody
        project.confirms(asked.path("seq"), AProject.OFFICE_2).then().statusCode(200);
        assertEquals(List.of(), waiting(AProject.OFFICE_2, "gate-to-confirm"));
        nothingIsLeftOf(project);
    }

    @Test
    void aRejectedAndAWithdrawnGateWaitForNobody() {
        // Given
        AProject project = AProject.readyToSign("80000000.00");
        Response first = project.asks("SIGNED", AProject.CAPTAIN);
        assertEquals(1, waiting(AProject.OFFICE, "gate-to-confirm").size());

        // When
        AProject.OFFICE
                .post(
                        project.path() + "/gate-requests/" + first.path("seq") + "/reject",
                        Map.of("reason", "范例：日期有误"),
                        project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);

        // Then
        nothingIsLeftOf(project);
        Response second = project.asks("SIGNED", AProject.CAPTAIN);
        assertEquals(1, waiting(AProject.OFFICE, "gate-to-confirm").size());
        AProject.CAPTAIN
                .post(
                        project.path() + "/gate-requests/" + second.path("seq") + "/withdraw",
                        Map.of("reason", "范例：改日再报"),
                        project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        nothingIsLeftOf(project);
    }

    @Test
    void anOpinionWaitsForTheDepartmentUntilTheFifthWorkingDayAndThenTheDecisionForTheOffice() {
        // Given
        AProject project = AProject.underReview("80000000.00");

        // When: on Friday, 2026-11-20
        AProject.OFFICE
                .post(
                        project.path() + "/admission",
                        Map.of("departments", List.of(AProject.DEPARTMENT_CODE, "440703-HB")))
                .then()
                .statusCode(201);

        // Then
        Response tasks = AProject.DEPARTMENT.get("/v1/tasks?mine&kind=opinion-to-give");
        assertEquals(List.of(project.path()), tasks.path("items.link"));
        assertEquals(List.of("2026-11-27T23:59:59+08:00"), tasks.path("items.dueAt"));
        assertEquals(List.of(false), tasks.path("items.overdue"));
        assertEquals(
                2,
                Log.count(
                        "SELECT count(*) FROM task WHERE remind_at = '2026-11-26T08:30:00+08:00' AND done_at IS NULL"));
        assertEquals(
                List.of(project.path(), project.path()),
                Api.as("supervisor").get("/v1/tasks?kind=opinion-to-give").path("items.link"));
        assertEquals(
                List.of(project.path()),
                Api.as("supervisor").get("/v1/tasks?unit=440703-HB").path("items.link"));

        // and the answer ends it, while the other one still waits
        AProject.DEPARTMENT
                .post(
                        project.path() + "/admission/opinions",
                        Map.of("department", AProject.DEPARTMENT_CODE, "verdict", "AGREE"))
                .then()
                .statusCode(200);
        assertEquals(List.of(), waiting(AProject.DEPARTMENT, "opinion-to-give"));
        assertEquals(List.of(), waiting(AProject.OFFICE, "admission-to-decide"));
        assertEquals(1, Log.count("SELECT count(*) FROM task WHERE kind = 'opinion-to-give' AND done_at IS NULL"));
    }

    @Test
    void onceEveryOpinionIsInTheOfficeDecides() {
        // Given
        AProject project = AProject.underReview("80000000.00");
        AProject.OFFICE
                .post(project.path() + "/admission", Map.of("departments", List.of(AProject.DEPARTMENT_CODE)))
                .then()
                .statusCode(201);

        // When
        AProject.DEPARTMENT
                .post(
                        project.path() + "/admission/opinions",
                        Map.of("department", AProject.DEPARTMENT_CODE, "verdict", "OBJECT", "text", "范例"))
                .then()
                .statusCode(200);

        // Then
        assertEquals(List.of(project.path()), waiting(AProject.OFFICE, "admission-to-decide"));
        AProject.OFFICE
                .post(
                        project.path() + "/admission/decision",
                        Map.of("decision", "PASS", "meetingNo", "范例1号"),
                        project.etag())
                .then()
                .statusCode(200);
        nothingIsLeftOf(project);
    }

    @Test
    void minutesWaitForASecondPersonAndAContactRecordForNobody() {
        // Given
        AProject project = AProject.underReview("80000000.00");

        // When
        String minutes = project.evidence(AProject.OFFICE, "MINUTES");
        project.with(AProject.CAPTAIN, "CONTACT_RECORD");

        // Then
        assertEquals(List.of(), waiting(AProject.OFFICE, "evidence-to-verify"));
        assertEquals(List.of(project.path()), waiting(AProject.OFFICE_2, "evidence-to-verify"));
        assertEquals(List.of(project.path()), waiting(VERIFIER, "evidence-to-verify"));
        VERIFIER.post(project.path() + "/evidence/" + minutes + "/verify", null, project.etag())
                .then()
                .statusCode(200);
        nothingIsLeftOf(project);
    }

    @Test
    void aNewAmountWaitsForAnotherPersonOfTheOffice() {
        // Given
        AProject project = AProject.signed("80000000.00");

        // When
        Response proposed = AProject.OFFICE.post(
                project.path() + "/amount-revisions",
                Map.of(
                        "agreementAmountYuan",
                        "90000000.00",
                        "businessDate",
                        ProjectStack.TODAY,
                        "reason",
                        "范例：追加投资",
                        "documentNo",
                        "范例〔2026〕9号"),
                project.etag());
        proposed.then().log().ifValidationFails().statusCode(201);

        // Then
        assertEquals(List.of(), waiting(AProject.OFFICE, "amount-to-confirm"));
        assertEquals(List.of(project.path()), waiting(AProject.OFFICE_2, "amount-to-confirm"));
        AProject.OFFICE_2
                .post(project.path() + "/amount-revisions/" + proposed.path("seq") + "/confirm", null, project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        nothingIsLeftOf(project);
    }

    @Test
    void aCheckedImportWaitsForAnotherPersonOfTheOffice() {
        // Given
        String csv =
                "external_id,name,kind,division,investor_name,planned_total_yuan,agreement_no,agreement_amount_yuan,"
                        + "signed_on,agreement_sha256,shares,chain,investor_id_type,investor_id_no\n"
                        + "W-1,范例历史项目,NEW,440703101,范例历史投资有限公司,120000000,范例协议1,100000000.50,2022-03-05,"
                        + AProject.SHA_256 + ",T01:HOST:5000;T02:ORIGINATOR:5000,SMART_APPLIANCE,,\n";

        // When
        Response job = AProject.OFFICE
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/projects/imports?year=2022");
        job.then().log().ifValidationFails().statusCode(202);
        String path = "/v1/projects/imports/" + job.path("id");

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> AProject.OFFICE_2
                        .get("/v1/tasks?mine&kind=import-to-confirm")
                        .then()
                        .body("items", hasSize(1)));
        assertEquals(List.of(path), waiting(AProject.OFFICE_2, "import-to-confirm"));
        assertEquals(List.of(), waiting(AProject.OFFICE, "import-to-confirm"));
        AProject.OFFICE_2
                .post(path + "/confirm", null, AProject.OFFICE_2.get(path).header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        assertEquals(0, Log.count("SELECT count(*) FROM task WHERE done_at IS NULL"));
        assertTrue(Log.count("SELECT count(*) FROM event_log WHERE type = 'project-import.checked.v1'") == 1);
    }

    private static List<String> waiting(Api api, String kind) {
        Response tasks = api.get("/v1/tasks?mine&kind=" + kind);
        tasks.then().log().ifValidationFails().statusCode(200);
        return tasks.path("items.link");
    }

    private static void nothingIsLeftOf(AProject project) {
        assertEquals(
                0, Log.count("SELECT count(*) FROM task WHERE done_at IS NULL AND subject = '" + project.id + "'"));
    }
}
