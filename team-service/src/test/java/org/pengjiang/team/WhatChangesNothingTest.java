package org.pengjiang.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.pengjiang.kit.testing.Unchanged.assertUnchanged;
import static org.pengjiang.team.testsupport.District.OFFICE;
import static org.pengjiang.team.testsupport.District.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Unchanged;
import org.pengjiang.team.testsupport.District;
import org.pengjiang.team.testsupport.TeamStack;

/** A person who says again what stands there takes nobody else's version away. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class WhatChangesNothingTest {
    private final Api admin = Api.as("admin");

    @BeforeEach
    void shipped() {
        Database.reset();
    }

    @Test
    void everyChangingOperationIsHeldToIt() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "changeTeam",
                        "rewritePledge",
                        "changeSetting",
                        "setMyNoticeAddress",
                        "setUnitNoticeAddress",
                        "setRoleNoticeAddress")),
                Unchanged.operations());
    }

    @Test
    void theSameDescriptionOfATeamMovesNoVersion() {
        // Given
        District.ATeam team = District.team("T01", "team-captain", "2026-01-01");
        String path = "/v1/teams/" + team.id();
        String etag = OFFICE.get(path).header("ETag");

        // When
        for (Object patch : List.of(
                "{}",
                Map.of("name", "Team T01"),
                Map.of("name", "Team T01 "),
                Map.of("name", "Team T01\u3000", "group", "TOWNS "),
                Map.of("chains", List.of()),
                "{\"unitCode\":null,\"attachedLeader\":null}")) {
            assertUnchanged(patch, etag, version -> OFFICE.patch(path, patch, version));
        }

        // Then
        assertNotEquals(
                etag, OFFICE.patch(path, Map.of("name", "Team T02"), etag).header("ETag"));
    }

    @Test
    void textsFromBeforeTheyHadOneFormMoveNoVersion() throws Exception {
        // Given
        District.ATeam team = District.team("T01", "team-captain", "2026-01-01");
        String path = "/v1/teams/" + team.id();
        try (var connection = Database.administer();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE team SET name = E'Team\\u00a0', group_name = E'TOWNS\\u200b'");
        }
        String etag = OFFICE.get(path).header("ETag");

        // When, Then
        assertUnchanged("{}", etag, version -> OFFICE.patch(path, "{}", version));
    }

    @Test
    void theSameLinesOfADraftMoveNoVersion() {
        // Given
        District.ATeam team = District.team("T01", "team-captain", "2026-01-01");
        Map<String, Object> custom = line("SIGNED_AMOUNT", "SUM", "1000000000.00", 10_000);
        custom.put("curve", "CUSTOM");
        custom.put("customCurve", List.of(0, 0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000));
        custom.put("cap", "1.10");
        custom.put("stretch", "1200000000.00");
        Response draft =
                OFFICE.post("/v1/teams/" + team.id() + "/pledges", Map.of("year", 2026, "lines", List.of(custom)));
        draft.then().log().ifValidationFails().statusCode(201);
        String path = "/v1/pledges/" + draft.path("id") + "/lines";

        Map<String, Object> spelled = new HashMap<>(custom);
        spelled.put("target", "1000000000");
        spelled.put("cap", "1.1");
        spelled.put("stretch", "1200000000.0");

        // When
        for (Map<String, Object> same : List.of(custom, spelled)) {
            assertUnchanged(
                    same, draft.header("ETag"), version -> OFFICE.put(path, Map.of("lines", List.of(same)), version));
        }

        // Then
        custom.put("target", "1000000001.00");
        assertNotEquals(
                draft.header("ETag"),
                OFFICE.put(path, Map.of("lines", List.of(custom)), draft.header("ETag"))
                        .header("ETag"));
    }

    @Test
    void theNewestVersionOfASettingIsNotAddedAgain() {
        // Given
        Map<String, Object> value =
                Map.of("mode", "POINTS", "greenFrom", "1.00", "yellowFrom", "0.70", "yellowFromPoints", "-30");
        Map<String, Object> change = Map.of("value", value, "effectiveFrom", "2026-12-01", "source", "resolution 7");
        String shipped = admin.get("/v1/settings/lights").header("ETag");
        Response changed = admin.put("/v1/settings/lights", change, shipped);
        changed.then().log().ifValidationFails().statusCode(200);

        // When, Then
        assertUnchanged(change, changed.header("ETag"), version -> admin.put("/v1/settings/lights", change, version));
        Map<String, Object> spelled = new HashMap<>(change);
        spelled.put(
                "value",
                Map.of("mode", "POINTS", "greenFrom", "1.0", "yellowFrom", "0.7", "yellowFromPoints", "-30.00"));
        assertUnchanged(spelled, changed.header("ETag"), version -> admin.put("/v1/settings/lights", spelled, version));
    }

    @Test
    void theSameAddressMovesNoVersion() {
        for (String path : List.of(
                "/v1/me/notice-address",
                "/v1/admin/notice-addresses/units/440703101",
                "/v1/admin/notice-addresses/roles/LEADER")) {
            // Given
            Map<String, String> address = Map.of("email", "office@mail.example.com");
            Response set = put(path, address);
            set.then().log().ifValidationFails().statusCode(200);

            // When
            assertUnchanged(path, set.header("ETag"), version -> put(path, address));
            assertUnchanged(
                    path,
                    set.header("ETag"),
                    version -> put(path, Map.of("email", "office@mail.example.com", "language", "zh-CN")));

            // Then
            assertNotEquals(
                    set.header("ETag"),
                    put(path, Map.of("email", "other@mail.example.com")).header("ETag"));
        }
    }

    private Response put(String path, Map<String, String> address) {
        return admin.request().contentType("application/json").body(address).put(path);
    }
}
