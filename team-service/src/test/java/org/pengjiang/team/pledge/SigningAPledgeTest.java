package org.pengjiang.team.pledge;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pengjiang.team.testsupport.District.OFFICE;
import static org.pengjiang.team.testsupport.District.account;
import static org.pengjiang.team.testsupport.District.line;
import static org.pengjiang.team.testsupport.District.signedPledge;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.District.ATeam;
import org.pengjiang.team.testsupport.TeamStack;

@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class SigningAPledgeTest {
    private static final List<Map<String, Object>> LINES =
            List.of(line("SIGNED_AMOUNT", "SUM", "2000000000.00", 6000), line("COUNT_100M", "COUNT", "10", 4000));

    private ATeam team;

    @BeforeEach
    void aTeam() {
        Database.reset();
        team = team("T01", "team-captain", "2026-01-01");
    }

    @Test
    void theCaptainSignsWhatTheOfficeIssued() throws Exception {
        // Given
        Response issued = issued();
        String id = issued.path("id");
        Api captain = Api.as("team-captain");
        captain.get("/v1/pledges/" + id).then().body("allowedCommands", equalTo(List.of("sign")));
        // When
        Response signed = captain.post(
                "/v1/pledges/" + id + "/sign",
                Map.of("signedOn", "2026-02-27", "documentHash", issued.path("documentHash")),
                issued.header("ETag"));
        // Then
        signed.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("version", equalTo(1))
                .body("signedBy", equalTo(account("team-captain")))
                .body("signedOn", equalTo("2026-02-27"))
                .body("documentHash", matchesPattern("[0-9a-f]{64}"))
                .body("lines[0].target", equalTo("2000000000.00"))
                .body("lines[0].curve", equalTo("LINEAR_MONTH"))
                .body("lines[1].target", equalTo("10"));
        String text = captain.get("/v1/pledges/" + id + "/document").path("text");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(signed.path("documentHash"), HexFormat.of().formatHex(hash));
    }

    @Test
    void onlyTheCaptainOfTheDocumentsDateSigns() {
        // Given
        OFFICE.post(
                        "/v1/teams/" + team.id() + "/captains",
                        Map.of(
                                "account",
                                account("team-captain-2"),
                                "name",
                                "Fan Si",
                                "title",
                                "Town head",
                                "from",
                                "2026-07-01"))
                .then()
                .statusCode(200);
        Response issued = issued();
        String sign = "/v1/pledges/" + issued.path("id") + "/sign";
        // When
        Response successorForSpring =
                Api.as("team-captain-2").post(sign, Map.of("signedOn", "2026-06-30"), issued.header("ETag"));
        Response predecessorForToday = Api.as("team-captain").post(sign, Map.of(), issued.header("ETag"));
        Response office = OFFICE.post(sign, Map.of(), issued.header("ETag"));
        // Then
        successorForSpring.then().statusCode(403).body("code", equalTo("NOT_CAPTAIN"));
        predecessorForToday.then().statusCode(403).body("code", equalTo("NOT_CAPTAIN"));
        office.then().statusCode(403);
        Api.as("team-captain")
                .post(sign, Map.of("signedOn", "2026-06-30"), issued.header("ETag"))
                .then()
                .statusCode(200);
    }

    @Test
    void aSignedPledgeIsAmendedByResolutionAndNeverChanged() throws Exception {
        // Given
        String id = signedPledge(team, 2026, "team-captain", "2026-02-27", LINES);
        String etag = OFFICE.get("/v1/pledges/" + id).header("ETag");
        OFFICE.put("/v1/pledges/" + id + "/lines", Map.of("lines", LINES), etag)
                .then()
                .statusCode(409)
                .body("code", equalTo("PLEDGE_SIGNED"))
                .body("state", equalTo("SIGNED"));
        // When
        Response amendment = OFFICE.post(
                "/v1/pledges/" + id + "/amendments",
                Map.of(
                        "resolutionNo",
                        "LG-2026-07",
                        "lines",
                        List.of(line("SIGNED_AMOUNT", "SUM", "1500000000.00", 10_000))),
                etag);
        // Then
        amendment
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("resolutionNo", equalTo("LG-2026-07"))
                .body("status", equalTo("DRAFT"));
        String next = "/v1/pledges/" + amendment.path("id");
        Response issued = OFFICE.post(next + "/issue", null, amendment.header("ETag"));
        Api.as("team-captain")
                .post(next + "/sign", Map.of("signedOn", "2026-08-03"), issued.header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        OFFICE.get("/v1/pledges/" + id)
                .then()
                .body("status", equalTo("AMENDED"))
                .body("lines[0].target", equalTo("2000000000.00"));
        OFFICE.get("/v1/boards/2026?asOf=2026-08-02").then().body("district.targetYuan", equalTo("2000000000.00"));
        OFFICE.get("/v1/boards/2026?asOf=2026-08-03").then().body("district.targetYuan", equalTo("1500000000.00"));
    }

    @Test
    void theDatabaseItselfKeepsASignedPledge() throws SQLException {
        // Given
        String id = signedPledge(team, 2026, "team-captain", "2026-02-27", LINES);
        // When
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            // Then
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("UPDATE target_line SET target = 1 WHERE pledge_id = '" + id + "'"));
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("DELETE FROM target_line WHERE pledge_id = '" + id + "'"));
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("UPDATE pledge SET status = 'DRAFT' WHERE id = '" + id + "'"));
        }
    }

    @Test
    void everyFaultOfADraftIsNamedAtOnce() {
        // Given
        Map<String, Object> crooked = line("SIGNED_AMOUNT", "COUNT", "1.005", 100);
        crooked.put("curve", "CUSTOM");
        Map<String, Object> again = line("SIGNED_AMOUNT", "SUM", "5.00", 100);
        // When
        Response refused = OFFICE.post(
                "/v1/teams/" + team.id() + "/pledges", Map.of("year", 2026, "lines", List.of(crooked, again)));
        // Then
        refused.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "LINE_KIND_UNFIT",
                                "TARGET_SCALE",
                                "CUSTOM_CURVE_MISSING",
                                "LINE_TWICE",
                                "WEIGHTS_NOT_WHOLE"))
                .body(
                        "errors.pointer",
                        hasItems("/lines/0/lineKind", "/lines/0/target", "/lines/0/customCurve", "/lines"));
        OFFICE.get("/v1/teams/" + team.id() + "/pledges?year=2026").then().body("size()", equalTo(0));
    }

    @Test
    void aYearHasOnePledgeAndItsAmendments() {
        // Given
        issued();
        // When
        Response second = OFFICE.post("/v1/teams/" + team.id() + "/pledges", Map.of("year", 2026, "lines", LINES));
        // Then
        second.then().statusCode(409).body("code", equalTo("PLEDGE_OPEN"));
    }

    @Test
    void anotherDocumentIsNotSigned() {
        // Given
        Response issued = issued();
        // When
        Response refused = Api.as("team-captain")
                .post(
                        "/v1/pledges/" + issued.path("id") + "/sign",
                        Map.of("documentHash", "0".repeat(64)),
                        issued.header("ETag"));
        // Then
        refused.then().statusCode(409).body("code", equalTo("DOCUMENT_CHANGED"));
    }

    @Test
    void aPledgeOfAnotherDistrictDoesNotExist() {
        // Given
        Response issued = issued();
        String path = "/v1/pledges/" + issued.path("id");
        // When
        Response stranger = Api.as("other-district-clerk").get(path);
        Response otherTown = Api.as("unit-clerk").get(path);
        // Then
        stranger.then().statusCode(404);
        otherTown.then().statusCode(404);
        OFFICE.get(path)
                .then()
                .body("allowedCommands", hasItem("take-back"))
                .body("allowedCommands", not(hasItem("sign")));
    }

    private Response issued() {
        Response draft = OFFICE.post("/v1/teams/" + team.id() + "/pledges", Map.of("year", 2026, "lines", LINES));
        draft.then().log().ifValidationFails().statusCode(201);
        Response issued = OFFICE.post("/v1/pledges/" + draft.path("id") + "/issue", null, draft.header("ETag"));
        issued.then().log().ifValidationFails().statusCode(200);
        return issued;
    }
}
