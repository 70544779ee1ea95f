package org.pengjiang.project.imports;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** An import that fails holds up no other and can be given up, and no file outlives its import. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class ImportsThatEndTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HEADER =
            "external_id,name,kind,division,investor_name,planned_total_yuan,agreement_no,agreement_amount_yuan,"
                    + "signed_on,agreement_sha256,shares,chain,investor_id_type,investor_id_no,country\n";
    private static final Map<String, String> REASON = Map.of("reason", "范例：文件损坏");

    @Inject
    PeriodicJobs periodic;

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @AfterEach
    void goOn() {
        periodic.resume("project-imports");
    }

    @Test
    void oneThatAlwaysFailsHoldsUpNoOtherAndIsGivenUp() {
        // Given: the older file cannot be read any more
        periodic.pause("project-imports");
        String failing = handIn(row("X-1", "SMART_APPLIANCE,,,"), false);
        String sound = handIn(row("X-2", "SMART_APPLIANCE,,,"), false);
        Log.tamper("UPDATE import_file SET content = '\\x00' WHERE job_id = '" + id(failing) + "'");

        // When
        periodic.resume("project-imports");

        // Then
        reaches(sound, "AWAITING_CONFIRMATION");
        await().atMost(SOON).until(() -> AProject.OFFICE.get(failing).path("failingSince") != null);
        AProject.OFFICE.get(failing).then().body("status", equalTo("CHECKING"));
        AProject.OFFICE.get(sound).then().body("failingSince", nullValue());

        // and the office gives it up
        cancel(failing)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("confirmation", equalTo("WITHDRAWN"))
                .body("cancelledBy", notNullValue())
                .body("cancelReason", equalTo(REASON.get("reason")))
                .body("finishedAt", notNullValue());
        assertEquals(1, Log.events("project-import.cancelled.v1").size());
        assertEquals(1, Log.count("SELECT count(*) FROM import_file"));
        cancel(failing).then().statusCode(409).body("code", equalTo("IMPORT_DONE"));
        AProject.OFFICE
                .post(
                        failing + "/cancel",
                        Map.of("reason", " "),
                        AProject.OFFICE.get(failing).header("ETag"))
                .then()
                .statusCode(400);
        AProject.CAPTAIN
                .post(sound + "/cancel", REASON, AProject.OFFICE.get(sound).header("ETag"))
                .then()
                .statusCode(403);
    }

    @Test
    void oneThatWaitsForASecondPersonIsGivenUpAndNothingIsEntered() {
        // Given
        String path = handIn(row("X-1", "SMART_APPLIANCE,,,"), false);
        reaches(path, "AWAITING_CONFIRMATION");

        // When
        cancel(path).then().statusCode(200).body("status", equalTo("DONE"));

        // Then
        AProject.OFFICE_2
                .post(path + "/confirm", null, AProject.OFFICE.get(path).header("ETag"))
                .then()
                .statusCode(409);
        assertEquals(0, Log.count("SELECT count(*) FROM project"));
        assertEquals(0, Log.count("SELECT count(*) FROM import_file"));
        assertEquals(0, Log.count("SELECT count(*) FROM due WHERE closed_at IS NULL"));
    }

    @Test
    void noFileOutlivesItsImportAndNoPersonStandsInARefusedRow() {
        // Given: a person in the columns for one, and once in the wrong column
        String person = row("X-1", "SMART_APPLIANCE,PASSPORT,E12345678,CN").replace("范例历史投资", "范例某某");
        String shifted = row("X-2", "E12345678,,,CN");
        String dryRun = handIn(person + shifted, true);
        reaches(dryRun, "DONE");
        String whole = handIn(row("X-3", "SMART_APPLIANCE,,,CN"), false);
        reaches(whole, "AWAITING_CONFIRMATION");
        assertEquals(1, Log.count("SELECT count(*) FROM import_file"), "it is still needed");

        // When
        AProject.OFFICE_2
                .post(whole + "/confirm", null, AProject.OFFICE.get(whole).header("ETag"))
                .then()
                .statusCode(200);
        reaches(whole, "DONE");

        // Then
        assertEquals(0, Log.count("SELECT count(*) FROM import_file"));
        assertEquals(2, Log.count("SELECT count(*) FROM import_row WHERE status = 'BAD'"));
        assertEquals(
                0,
                Log.count("SELECT count(*) FROM import_row WHERE faults LIKE '%E12345678%' OR faults LIKE '%某某%'"
                        + " OR external_id LIKE '%E12345678%'"));
        AProject.OFFICE.get(dryRun).then().body("fileSha256", notNullValue());
    }

    @Test
    void aCountryInAFileIsJudgedAsInTheForm() {
        // When
        String path = handIn(
                row("X-1", "SMART_APPLIANCE,,,中国")
                        + row("X-2", "SMART_APPLIANCE,,,cn")
                        + row("X-3", "SMART_APPLIANCE,,,CN"),
                true);
        reaches(path, "DONE");

        // Then
        AProject.OFFICE.get(path).then().body("rowsGood", equalTo(1));
        AProject.OFFICE
                .get(path + "/refused-rows")
                .then()
                .log()
                .ifValidationFails()
                .body(
                        "items.collect { it.row + ' ' + it.faults[0].column + ' ' + it.faults[0].code }",
                        hasItems("1 country COUNTRY_SHAPE", "2 country COUNTRY_SHAPE"));
    }

    private static Response cancel(String path) {
        return AProject.OFFICE.post(
                path + "/cancel", REASON, AProject.OFFICE.get(path).header("ETag"));
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void reaches(String path, String status) {
        await().atMost(SOON).until(() -> AProject.OFFICE.get(path).path("status"), status::equals);
    }

    private static String row(String externalId, String rest) {
        return "%s,范例历史项目%s,NEW,440703101,范例历史投资%s有限公司,120000000,范例协议%s,100000000.50,2022-03-05,%s,T01:HOST:10000,%s\n"
                .formatted(externalId, externalId, externalId, externalId, AProject.SHA_256, rest);
    }

    private static String handIn(String rows, boolean dryRun) {
        Response submitted = AProject.OFFICE
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body((HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .post("/v1/projects/imports?year=2022&dryRun=" + dryRun);
        submitted.then().log().ifValidationFails().statusCode(202);
        return "/v1/projects/imports/" + submitted.path("id");
    }
}
