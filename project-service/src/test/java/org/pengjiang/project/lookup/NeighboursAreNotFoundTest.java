package org.pengjiang.project.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.KnownTeam;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.ProjectStack;

/** What lies in a neighbour's district is found by no query: no list, no id and no count. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class NeighboursAreNotFoundTest {
    private static final DivisionScope OWN = DivisionScope.of(DivisionCode.parse("440703"));
    private static final DivisionScope NEIGHBOUR = DivisionScope.of(DivisionCode.parse("440704"));
    private static final DivisionScope CITY = DivisionScope.of(DivisionCode.parse("4407"));

    @Inject
    Projects projects;

    @Inject
    org.pengjiang.project.model.KnownTeams teams;

    private AProject project;
    private UUID investor;

    @BeforeEach
    void aProjectOfOneDistrict() {
        Database.reset();
        KnownTeams.areRemembered();
        String id = AProject.investor("范例邻区投资有限公司");
        investor = UUID.fromString(id);
        project = AProject.registered(AProject.facts("120000000.00", id)).sharedWith(Map.of(KnownTeams.T01, 10_000));
    }

    @Test
    void theProjectsAndTeamsBehindAnInvestorAreFoundByThoseWhoSeeTheInvestor() {
        assertEquals(List.of(UUID.fromString(project.id)), investedIn(OWN));
        assertEquals(List.of(UUID.fromString(project.id)), investedIn(CITY));
        assertEquals(List.of(), investedIn(NEIGHBOUR));
        assertEquals(List.of(), investedIn(DivisionScope.NOTHING));
        assertEquals(Set.of("T01"), credited(OWN));
        assertEquals(Set.of(), credited(NEIGHBOUR));
    }

    @Test
    void theTeamsOfADistrictAreThoseThatWorkThere() {
        assertEquals(List.of("T01", "T02"), working(OWN));
        assertEquals(List.of("T01", "T02"), working(DivisionScope.of(DivisionCode.parse("440703101"))));
        assertEquals(List.of("T01", "T02"), working(CITY));
        assertEquals(List.of(), working(NEIGHBOUR));
        assertEquals(1, withId(OWN));
        assertEquals(0, withId(NEIGHBOUR));
    }

    @Test
    void aNeighboursOfficeFindsNoneOfThem() {
        Api neighbour = Api.as(Persona.of("a-neighbour", "440704", "PROMOTION_OFFICE"));

        assertEquals(List.of(), neighbour.get("/v1/projects").path("items"));
        assertEquals(List.of(), neighbour.get("/v1/investors").path("items"));
        assertEquals(404, neighbour.get(project.path()).statusCode());
        assertEquals(404, neighbour.get("/v1/investors/" + investor).statusCode());
        assertEquals(
                404,
                neighbour
                        .post("/v1/investors/" + investor + "/confirm-override", null, "\"0\"")
                        .statusCode());
    }

    private List<UUID> investedIn(DivisionScope scope) {
        return QuarkusTransaction.requiringNew()
                .call(() -> projects.investedInBy(scope, investor).stream()
                        .map(InvestmentProject::id)
                        .toList());
    }

    private Set<String> credited(DivisionScope scope) {
        return QuarkusTransaction.requiringNew().call(() -> projects.teamsCreditedFor(scope, investor));
    }

    private List<String> working(DivisionScope scope) {
        return QuarkusTransaction.requiringNew()
                .call(() -> teams.workingIn(scope).stream().map(KnownTeam::code).toList());
    }

    private int withId(DivisionScope scope) {
        return QuarkusTransaction.requiringNew()
                .call(() -> teams.withIds(scope, Set.of(KnownTeams.T01)).size());
    }
}
