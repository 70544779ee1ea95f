package org.pengjiang.project.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.pengjiang.kit.testing.Unchanged.assertUnchanged;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Unchanged;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.ProjectStack;

/** A person who says again what stands there takes nobody else's version away. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class WhatChangesNothingTest {
    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void everyChangingOperationIsHeldToIt() {
        assertEquals(
                // the addresses are the kit's and held to it in team-service; a part of an upload adds its bytes
                new TreeSet<>(Set.of(
                        "reviseProject",
                        "shareProject",
                        "changeSetting",
                        "continueUpload",
                        "setMyNoticeAddress",
                        "setUnitNoticeAddress",
                        "setRoleNoticeAddress")),
                Unchanged.operations());
    }

    @Test
    void theSameFactsInAnySpellingMoveNoVersion() {
        // Given
        Map<String, Object> facts = AProject.facts("120000000.00", AProject.investor("范例甲有限公司"));
        AProject project = AProject.registered(facts);
        String etag = project.etag();
        String name = (String) facts.get("name");

        // When
        for (Object patch : List.of(
                "{}",
                facts,
                Map.of("name", name),
                Map.of("name", name + " "),
                Map.of("name", name + "\u3000"),
                "{\"parentProjectId\":null,\"incrementYuan\":null,\"separateFilingCode\":null,\"confidentiality\":null}",
                Map.of("separateFilingCode", false),
                Map.of("money", Map.of("plannedTotalYuan", "120000000")),
                Map.of("money", Map.of("plannedTotalYuan", "120000000.0")),
                Map.of("output", Map.of("energyTce", 1200.50)),
                "{\"output\":{\"energyTce\":1.2005E3}}",
                Map.of("land", Map.of("landAreaM2", "10000")),
                Map.of("industry", Map.of("industryEdition", "GB/T 4754-2017")),
                Map.of("origin", Map.of()),
                Map.of("nationalCodes", List.of()),
                Map.of("tags", List.of(Map.of("tag", "GREEN", "reason", "范例：屋顶光伏"))),
                Map.of("contact", Map.of("name", "范例甲 ", "phone", "+86 138 1234 1234", "position", "项目经理")))) {
            assertUnchanged(patch, etag, version -> AProject.CAPTAIN.patch(project.path(), patch, version));
        }

        // Then
        Response changed = AProject.CAPTAIN.patch(project.path(), Map.of("name", name + "二期"), etag);
        assertEquals(200, changed.statusCode(), changed.asString());
        assertNotEquals(etag, changed.header("ETag"));
    }

    @Test
    void textsFromBeforeTheyHadOneFormMoveNoVersion() throws Exception {
        // Given
        AProject project = AProject.registered("120000000.00");
        try (var connection = Database.administer();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE project SET site_needs = E'first\\r\\nsecond\\u00a0', park = E'park\\u200b'");
        }
        String etag = project.etag();

        // When, Then
        for (Object patch : List.of("{}", Map.of("money", Map.of("plannedTotalYuan", "120000000")))) {
            assertUnchanged(patch, etag, version -> AProject.CAPTAIN.patch(project.path(), patch, version));
        }
    }

    @Test
    void theSameFactsOfASignedProjectAreNoRevision() {
        AProject project = AProject.signed("120000000.00");
        String etag = project.etag();

        for (Object patch : List.of(
                "{}", "{\"separateFilingCode\":null}", Map.of("money", Map.of("plannedTotalYuan", "120000000")))) {
            assertUnchanged(patch, etag, version -> AProject.CAPTAIN.patch(project.path(), patch, version));
        }
    }

    @Test
    void theSameSharesAreNoNewSet() {
        // Given
        AProject project = AProject.registered("120000000.00").sharedWith(Map.of(KnownTeams.T01, 10_000));
        String etag = project.etag();
        Map<String, Object> line =
                Map.of("teamId", KnownTeams.T01, "role", "HOST", "basisPoints", 10_000, "overlay", false);

        // When
        for (Map<String, Object> demand : List.of(
                Map.<String, Object>of("shares", List.of(line)),
                Map.<String, Object>of("shares", List.of(line), "validFrom", ProjectStack.TODAY))) {
            assertUnchanged(demand, etag, version -> AProject.CAPTAIN.put(project.path() + "/shares", demand, version));
        }

        // Then
        Map<String, Object> other =
                Map.of("teamId", KnownTeams.T02, "role", "HOST", "basisPoints", 10_000, "overlay", false);
        assertNotEquals(
                etag,
                AProject.CAPTAIN
                        .put(project.path() + "/shares", Map.of("shares", List.of(other)), etag)
                        .header("ETag"));
    }
}
