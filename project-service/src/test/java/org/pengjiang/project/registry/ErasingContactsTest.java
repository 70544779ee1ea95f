package org.pengjiang.project.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.pengjiang.project.testsupport.AProject.CAPTAIN;
import static org.pengjiang.project.testsupport.AProject.LEADER;
import static org.pengjiang.project.testsupport.AProject.OFFICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** The person behind a project asks to be forgotten. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class ErasingContactsTest {
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final Map<String, String> ASKED = Map.of("reason", "联系人书面申请删除（虚构）");

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    private static Response erase(AProject project, Map<String, String> body) {
        return SUPERVISOR.post(project.path() + "/contact/erase", body, project.etag());
    }

    @Test
    void anErasedContactIsReadByNobodyAndTheChainIsWhole() {
        // Given
        AProject project = AProject.registered("120000000.00");
        CAPTAIN.get(project.path() + "/contact").then().statusCode(200).body("name", equalTo("范例甲"));
        String before = Log.text("SELECT encode(contact_sealed, 'hex') FROM project");
        String etag = project.etag();

        // When
        Response erased = erase(project, ASKED);

        // Then
        erased.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("contact", nullValue())
                .body("contactErased", equalTo(true));
        assertNotEquals(etag, erased.header("ETag"));
        for (Api reader : List.of(CAPTAIN, OFFICE)) {
            reader.get(project.path() + "/contact").then().statusCode(404).body("code", equalTo("PERSON_ERASED"));
        }
        assertEquals(1, Log.count("SELECT count(*) FROM project WHERE contact_key IS NULL"), "no search finds it");
        Log.tamper("UPDATE project SET contact_sealed = '\\x" + before + "'");
        CAPTAIN.get(project.path() + "/contact").then().statusCode(404).body("code", equalTo("PERSON_ERASED"));
        assertEquals(ASKED.get("reason"), Log.text("SELECT reason FROM data_key WHERE key_sealed IS NULL"));
        Api.as("auditor")
                .get("/v1/admin/audit/verify?subject=" + project.id)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("intact", equalTo(true));
        SUPERVISOR.get(project.path() + "/timeline").then().body("items.type", hasItem("project.contact-erased.v1"));
        OFFICE.get(project.path() + "/timeline").then().body("items.type", not(hasItem("project.contact-erased.v1")));
    }

    @Test
    void erasingAgainChangesNothingAndAnotherContactCanBeNamed() {
        // Given
        AProject project = AProject.registered("120000000.00");
        erase(project, ASKED).then().statusCode(200);
        String etag = project.etag();
        long rows = Log.count("SELECT count(*) FROM event_log");

        // When
        Response again = erase(project, ASKED);

        // Then
        again.then().statusCode(200).body("contactErased", equalTo(true));
        assertEquals(etag, project.etag());
        assertEquals(rows, Log.count("SELECT count(*) FROM event_log"));

        // and
        CAPTAIN.patch(project.path(), Map.of("contact", Map.of("name", "范例乙", "phone", "13812345678")), project.etag())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("contactErased", equalTo(false));
        CAPTAIN.get(project.path() + "/contact").then().statusCode(200).body("name", equalTo("范例乙"));
    }

    @Test
    void aGateThatNeedsAContactNeedsAnother() {
        // Given
        AProject project = AProject.registered("120000000.00")
                .sharedWith(Map.of(KnownTeams.T01, 10_000))
                .with(CAPTAIN, "CONTACT_RECORD");
        erase(project, ASKED).then().statusCode(200);

        // When
        Response asked = project.asks("NEGOTIATING", CAPTAIN);

        // Then
        asked.then().statusCode(409).body("errors.pointer", contains("/contact"));
    }

    @Test
    void whoMayEraseAndWhatTheyHaveToSay() {
        AProject project = AProject.registered("120000000.00");

        for (Api other : List.of(CAPTAIN, OFFICE, LEADER, Api.as("admin"))) {
            other.post(project.path() + "/contact/erase", ASKED, project.etag())
                    .then()
                    .statusCode(403);
        }
        erase(project, Map.of()).then().statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        erase(project, Map.of("reason", "13812341234 asks for it"))
                .then()
                .statusCode(422)
                .body("code", equalTo("TEXT_NAMES_PERSON"))
                .body("errors[0].pointer", equalTo("/reason"));
        SUPERVISOR.post(project.path() + "/contact/erase", ASKED).then().statusCode(428);
        assertEquals(0, Log.count("SELECT count(*) FROM data_key WHERE key_sealed IS NULL"));
    }
}
