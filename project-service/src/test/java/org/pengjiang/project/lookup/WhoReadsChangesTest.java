package org.pengjiang.project.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.project.model.Roles;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.ProjectStack;

/** The feed shows nobody what the timeline refuses. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class WhoReadsChangesTest {
    private AProject project;

    @BeforeEach
    void aProjectWithAnAdmissionCase() {
        Database.reset();
        KnownTeams.areRemembered();
        project = AProject.admitted("60000000.00");
        Awaitility.await().until(() -> subjectTypes(with(Roles.AUDITOR)).contains("project"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Roles.PARTNER, Roles.DISPATCHER, "CALLBACK_OFFICER", "ADMIN", Roles.UNIT_CLERK, Roles.LEADER})
    void whoMayNotReadTheTimelineFindsNothingOfItInTheFeed(String role) {
        Api api = with(role);
        boolean mayReadCase = api.get(project.path() + "/timeline").statusCode() == 200;

        assertEquals(mayReadCase, subjectTypes(api).contains("project"));
        assertEquals(role.equals(Roles.UNIT_CLERK) || role.equals(Roles.LEADER), mayReadCase);
    }

    @Test
    void aPartnersSystemSeesInvestorsAndNotWhoActed() {
        Response ofPartner = changes(with(Roles.PARTNER));
        Response ofAuditor = changes(with(Roles.AUDITOR));

        assertTrue(subjectTypes(with(Roles.PARTNER)).contains("investor"));
        assertNull(ofPartner.path("items[0].actor"));
        assertNotNull(ofAuditor.path("items[0].actor"));
    }

    private static Api with(String role) {
        return Api.as(Persona.of("reads-as-" + role, "440703", role));
    }

    private static List<String> subjectTypes(Api api) {
        return changes(api).path("items.subjectType");
    }

    private static Response changes(Api api) {
        Response changes = api.get("/v1/changes?limit=200");
        changes.then().statusCode(200);
        return changes;
    }
}
