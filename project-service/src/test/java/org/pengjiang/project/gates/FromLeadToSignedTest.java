package org.pengjiang.project.gates;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class FromLeadToSignedTest {
    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    @Test
    void aLeadGetsItsNumberAndSaysWhatItsReporterMayDo() {
        // When
        AProject project = AProject.registered("120000000.00");

        // Then
        AProject.CAPTAIN
                .get(project.path())
                .then()
                .statusCode(200)
                .body("no", matchesPattern("P-440703-2026-\\d{4}"))
                .body("stage", equalTo("LEAD"))
                .body("money.plannedTotalYuan", equalTo("120000000.00"))
                .body("manufacturing", equalTo(true))
                .body("contact.phone", equalTo("138****1234"))
                .body("contact.name", equalTo("范**"))
                .body("allowedCommands", hasItem("submitGateRequest:NEGOTIATING"));
    }

    @Test
    void aProjectOfALargeAmountIsAdmittedByTheLeadingGroupAndSignedByTheOffice() {
        // Given
        AProject project = AProject.readyToSign("120000000.00");

        // When
        Response asked = project.asks("SIGNED", AProject.CAPTAIN);
        asked.then().statusCode(201).body("confirmers", contains("PROMOTION_OFFICE"));
        project.confirms(asked.path("seq"), AProject.OFFICE).then().statusCode(200);

        // Then
        assertEquals("SIGNED", project.stage());
        project.read()
                .then()
                .body("agreementAmountYuan", equalTo("120000000.00"))
                .body("thresholdVersion", equalTo("JM-DRAFT-1"));
    }
}
