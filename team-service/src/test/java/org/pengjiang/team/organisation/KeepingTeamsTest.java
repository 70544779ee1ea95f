package org.pengjiang.team.organisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.pengjiang.team.testsupport.District.OFFICE;
import static org.pengjiang.team.testsupport.District.account;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
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
class KeepingTeamsTest {
    @BeforeEach
    void emptyDistrict() {
        Database.reset();
    }

    @Test
    void theDistrictIsAsItIs() {
        Api clerk = Api.as("unit-clerk");
        clerk.get("/v1/divisions?within=440703")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body(
                        "code",
                        equalTo(List.of("440703002", "440703005", "440703006", "440703101", "440703102", "440703103")));
        clerk.get("/v1/divisions/440703001")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true))
                .body("mergedInto", notNullValue());
        clerk.get("/v1/divisions/440703101000").then().statusCode(200).body("code", equalTo("440703101"));
        clerk.get("/v1/divisions/440703999").then().statusCode(404);
        clerk.get("/v1/divisions/4407031").then().statusCode(400);
    }

    @Test
    void responsibilityFollowsTheDate() {
        // Given
        ATeam team = team("T01", "team-captain", "2026-01-01");
        // When
        Response appointed =
                OFFICE.post("/v1/teams/" + team.id() + "/captains", captain("team-captain-2", "2026-07-01"));
        // Then
        appointed
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("captain.account", equalTo(account("team-captain-2")))
                .body("captains.size()", equalTo(2))
                .body("captains[0].to", equalTo("2026-06-30"))
                .body("captains[1].from", equalTo("2026-07-01"));
        OFFICE.post("/v1/teams/" + team.id() + "/captains", captain("team-captain", "2026-05-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CAPTAIN_BEFORE_LAST"));
        Api.as("team-captain-2").get("/v1/me").then().body("captainOf.code", equalTo(List.of("T01")));
        Api.as("team-captain").get("/v1/me").then().body("captainOf.size()", equalTo(0));
    }

    @Test
    void aCaptainKeepsTheOwnTeamsMembersAndNoOthers() {
        // Given
        ATeam own = team("T01", "team-captain", "2026-01-01");
        ATeam other = team("T02", "team-captain-2", "2026-01-01");
        Api captain = Api.as("team-captain");
        Map<String, String> member =
                Map.of("account", "\u200bｔeam-member", "name", "Fan Wu", "duty", "liaison", "from", "2026-02-01");
        // When
        Response added = captain.post("/v1/teams/" + own.id() + "/members", member);
        Response refused = captain.post("/v1/teams/" + other.id() + "/members", member);
        // Then
        added.then()
                .statusCode(200)
                .body("members[0].account", equalTo("team-member"))
                .body("allowedCommands", equalTo(List.of("add-member", "remove-member")));
        refused.then().statusCode(403).body("code", equalTo("NOT_CAPTAIN"));
        captain.post("/v1/teams/" + own.id() + "/members", member).then().statusCode(409);
        captain.post(
                        "/v1/teams/" + own.id() + "/members/ｔeam-mem\u200bber/leave",
                        Map.of("lastDay", "2026-03-01"),
                        added.header("ETag"))
                .then()
                .statusCode(200)
                .body("members[0].to", equalTo("2026-03-01"));
    }

    @Test
    void whatDescribesATeamIsPatchedAndNothingElse() {
        // Given
        ATeam team = team("T01", "team-captain", "2026-01-01");
        String path = "/v1/teams/" + team.id();
        String etag = OFFICE.get(path).header("ETag");
        // When
        Response patched = OFFICE.patch(path, Map.of("name", "棠下镇招商队", "chains", List.of("SMART_APPLIANCE")), etag);
        // Then
        patched.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("name", equalTo("棠下镇招商队"))
                .body("chains", equalTo(List.of("SMART_APPLIANCE")));
        OFFICE.patch(path, Map.of("name", "again"), etag).then().statusCode(412);
        OFFICE.patch(path, Map.of("code", "T99"), patched.header("ETag")).then().statusCode(400);
        OFFICE.patch(path, Map.of("unitCode", "NOWHERE"), patched.header("ETag"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNIT_UNKNOWN"));
        OFFICE.get(path).then().body("name", equalTo("棠下镇招商队"));
    }

    @Test
    void codesAreUniqueInTheirDistrict() {
        // Given
        team("T01", "team-captain", "2026-01-01");
        unit("440703-TC", "440703").then().statusCode(201);
        // When
        Response twice = OFFICE.post("/v1/teams", body("T01", "440703"));
        // Then
        twice.then().statusCode(409).body("code", equalTo("TEAM_CODE_TAKEN"));
        unit("440703-TC", "440703").then().statusCode(409).body("code", equalTo("UNIT_CODE_TAKEN"));
    }

    @Test
    void aTeamIsPlacedInsideTheOwnDistrictAndInAForceDivision() {
        OFFICE.post("/v1/teams", body("T01", "440704"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DIVISION_OUT_OF_SCOPE"));
        OFFICE.post("/v1/teams", body("T01", "4407")).then().statusCode(422).body("code", equalTo("DIVISION_TOO_WIDE"));
        OFFICE.post("/v1/teams", body("T01", "440703001"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DIVISION_NOT_IN_FORCE"));
        OFFICE.post("/v1/teams", body("T01", "44070")).then().statusCode(400);
        OFFICE.post("/v1/teams", Map.of("code", "t"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/code", "/name", "/kind", "/group", "/divisionCode", "/validFrom"));
    }

    @Test
    void listsGoOnByCursorAndStayInTheirDivision() {
        // Given
        for (int i = 1; i <= 5; i++) {
            Map<String, Object> body = body("T0" + i, i < 3 ? "440703101" : "440703102");
            OFFICE.post("/v1/teams", body).then().statusCode(201);
        }
        unit("440703101", "440703101").then().statusCode(201);
        // When
        Response page = OFFICE.get("/v1/teams?limit=3");
        Response rest = OFFICE.get("/v1/teams?limit=3&cursor=" + page.path("next"));
        // Then
        page.then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("T01", "T02", "T03")))
                .header("Link", notNullValue());
        rest.then().body("items.code", equalTo(List.of("T04", "T05"))).body("next", nullValue());
        OFFICE.get("/v1/teams?kind=STREET&cursor=" + page.path("next")).then().statusCode(400);
        Api.as("unit-clerk").get("/v1/teams").then().body("items.code", equalTo(List.of("T01", "T02")));
        Api.as("other-district-clerk").get("/v1/teams").then().body("items.size()", equalTo(0));
        Api.as("unit-clerk").get("/v1/units").then().body("items.code", equalTo(List.of("440703101")));
        Api.as("unit-clerk").post("/v1/teams", body("T09", "440703101")).then().statusCode(403);
    }

    @Test
    void aDissolvedTeamEndsWithItsPeople() {
        // Given
        ATeam team = team("T01", "team-captain", "2026-01-01");
        String etag = OFFICE.get("/v1/teams/" + team.id()).header("ETag");
        // When
        Response dissolved = OFFICE.post("/v1/teams/" + team.id() + "/dissolve", Map.of("lastDay", "2026-06-30"), etag);
        // Then
        dissolved
                .then()
                .statusCode(200)
                .body("validTo", equalTo("2026-06-30"))
                .body("captains[0].to", equalTo("2026-06-30"))
                .body("allowedCommands.size()", equalTo(0));
        OFFICE.get("/v1/boards/2026?asOf=2026-11-20").then().body("teams.code", hasItem("T01"));
    }

    private static Map<String, Object> body(String code, String division) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "name",
                "Team " + code,
                "kind",
                "TOWN",
                "group",
                "TOWNS",
                "divisionCode",
                division,
                "validFrom",
                "2026-01-01"));
    }

    private static Map<String, String> captain(String persona, String from) {
        return Map.of("account", account(persona), "name", "Fan Si", "title", "Town head", "from", from);
    }

    private static Response unit(String code, String division) {
        return OFFICE.post("/v1/units", Map.of("code", code, "name", "Unit", "divisionCode", division, "kind", "TOWN"));
    }
}
