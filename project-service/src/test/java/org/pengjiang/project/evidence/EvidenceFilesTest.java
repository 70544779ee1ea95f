package org.pengjiang.project.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.project.testsupport.AProject.CAPTAIN;
import static org.pengjiang.project.testsupport.AProject.CAPTAIN_2;
import static org.pengjiang.project.testsupport.AProject.OFFICE;
import static org.pengjiang.project.testsupport.AProject.OFFICE_2;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.ProjectStack;

/** Evidence may bring its file. Whoever sees the evidence reads it, and nobody else. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class EvidenceFilesTest {
    private final byte[] content = ("%PDF-1.4\n% " + UUID.randomUUID() + "\ntrailer <<>>\n%%EOF\n").getBytes(US_ASCII);

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void theEvidenceSaysWhatItsFileIs() {
        // Given
        AProject project = AProject.negotiating("200000000.00");
        Response file = upload(CAPTAIN);

        // When
        Response added = CAPTAIN.post(project.path() + "/evidence", paper(file.path("id")));

        // Then
        added.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("fileId", equalTo(file.path("id")))
                .body("fileScan", equalTo("NOT_SCANNED"))
                .body("sha256", equalTo(file.path("sha256")))
                .body("size", equalTo(content.length))
                .body("mime", equalTo("application/pdf"));
    }

    @Test
    void whoSeesTheEvidenceReadsItsFile() {
        // Given
        AProject project = AProject.negotiating("200000000.00");
        String file = upload(CAPTAIN).path("id");
        assertEquals(404, OFFICE.get("/v1/files/" + file).statusCode());

        // When
        CAPTAIN.post(project.path() + "/evidence", paper(file)).then().statusCode(201);

        // Then
        assertArrayEquals(content, OFFICE.get("/v1/files/" + file).asByteArray());
        assertEquals(
                200, Api.as("auditor").get("/v1/files/" + file + "/details").statusCode());
        assertEquals(404, Api.as("city-platform").get("/v1/files/" + file).statusCode());
        assertEquals(404, Api.as("enterprise").get("/v1/files/" + file).statusCode());
        assertEquals(
                404, Api.as("other-district-clerk").get("/v1/files/" + file).statusCode());
    }

    @Test
    void aFileIsAttachedOnceAndByItsUploader() {
        // Given
        AProject project = AProject.negotiating("200000000.00");
        String file = upload(CAPTAIN).path("id");

        // When
        Response foreign = OFFICE.post(project.path() + "/evidence", paper(file));
        Response first = CAPTAIN.post(project.path() + "/evidence", paper(file));
        Response second = CAPTAIN.post(project.path() + "/evidence", paper(file));
        Response unknown = CAPTAIN.post(
                project.path() + "/evidence", paper(UUID.randomUUID().toString()));

        // Then
        assertEquals(201, first.statusCode(), first.asString());
        for (Response refused : new Response[] {foreign, second, unknown}) {
            refused.then()
                    .statusCode(422)
                    .body("code", equalTo(refused == second ? "FILE_ATTACHED" : "FILE_UNKNOWN"))
                    .body("errors.pointer", contains("/fileId"));
        }
    }

    @Test
    void whatIsSaidOfTheFileHasToBeTrue() {
        AProject project = AProject.negotiating("200000000.00");
        Map<String, Object> paper = paper(upload(CAPTAIN).path("id"));
        paper.put("sha256", AProject.SHA_256);
        paper.put("size", 5);
        paper.put("mime", "image/png");

        CAPTAIN.post(project.path() + "/evidence", paper)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/sha256", "/size", "/mime"));
    }

    @Test
    void aRefusedPieceOfEvidenceLeavesTheFileToItsUploader() {
        AProject project = AProject.negotiating("200000000.00");
        String file = upload(CAPTAIN_2).path("id");

        Response refused = CAPTAIN_2.post(project.path() + "/evidence", paper(file));

        assertEquals(403, refused.statusCode(), refused.asString());
        assertEquals(200, CAPTAIN_2.get("/v1/files/" + file).statusCode());
        assertEquals(404, CAPTAIN.get("/v1/files/" + file).statusCode());
    }

    @Test
    void evidenceWithoutAFileGoesOnAsBefore() {
        AProject project = AProject.negotiating("200000000.00");

        Response added = CAPTAIN.post(project.path() + "/evidence", AProject.paper("VISIT_NOTE"));

        added.then().statusCode(201).body("fileId", nullValue()).body("sha256", equalTo(AProject.SHA_256));
    }

    @Test
    void theGateAsksForTheSameWithAFile() {
        AProject project = AProject.underReview("200000000.00").judged("PASS");
        Map<String, Object> minutes = paper(upload(OFFICE).path("id"));
        minutes.put("type", "MINUTES");
        String evidence = OFFICE.post(project.path() + "/evidence", minutes).path("id");

        Response unverified = project.asks("ADMITTED", OFFICE);
        OFFICE_2.post(project.path() + "/evidence/" + evidence + "/verify", null, project.etag())
                .then()
                .statusCode(200);
        Response verified = project.asks("ADMITTED", OFFICE);

        assertEquals(409, unverified.statusCode(), unverified.asString());
        assertEquals(201, verified.statusCode(), verified.asString());
    }

    private Response upload(Api api) {
        Response created = api.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/pdf")
                .body(content)
                .post("/v1/files?name=plan.pdf");
        created.then().log().ifValidationFails().statusCode(201);
        return created;
    }

    private static Map<String, Object> paper(String file) {
        Map<String, Object> paper = new HashMap<>(AProject.paper("FEASIBILITY_STUDY"));
        paper.remove("sha256");
        paper.put("fileId", file);
        return paper;
    }
}
