package org.pengjiang.project.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.search.MakeSearchTexts;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

/** Projects and investors are found however their names are written. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class SearchingProjectsTest {
    @Inject
    MakeSearchTexts job;

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void eachSpellingFindsTheProjectAndItsInvestor() {
        // Given
        String investor = AProject.investor("范例（香港）電器 ABC 投资");
        String project = project(investor, "范例臺山智能家電園");
        project(AProject.investor("范例别的公司"), "范例别的园区");

        // Then
        for (String typed : List.of("台山", "臺山", "家电园", "电器 台山", "(香港)", "ＡＢＣ投資", "园 台山")) {
            assertEquals(List.of(project), projects(typed), typed);
        }
        for (String typed : List.of("香港电器", "abc", "投資 電器")) {
            assertEquals(List.of(investor), investors(typed), typed);
        }
        assertEquals(List.of(), projects("台山 别的"));
        String no = AProject.CAPTAIN.get("/v1/projects/" + project).path("no");
        assertEquals(List.of(project), projects(no));
        assertEquals(List.of(project), projects(no.toLowerCase(Locale.ROOT).replace("-", "")));
        AProject.CAPTAIN
                .get("/v1/projects?q=" + encoded("电"))
                .then()
                .statusCode(400)
                .body("code", equalTo("SEARCH_TOO_SHORT"));
        assertEquals(List.of(project), ids(AProject.CAPTAIN.get("/v1/projects?stage=LEAD&q=" + encoded("臺"))));
    }

    @Test
    void aRenamedProjectIsFoundByItsNewNameAtOnce() {
        // Given
        String project = project(AProject.investor("范例公司"), "范例旧名园区");
        Response before = AProject.CAPTAIN.get("/v1/projects/" + project);

        // When
        AProject.CAPTAIN
                .patch("/v1/projects/" + project, Map.of("name", "范例新稱园区"), before.header("ETag"))
                .then()
                .statusCode(200);

        // Then
        assertEquals(List.of(project), projects("新称"));
        assertEquals(List.of(), projects("旧名"));
        assertEquals(0, Log.count("SELECT count(*) FROM search_text WHERE form = 0"));
    }

    @Test
    void whatAReplicaOfTheReleaseBeforeStoresIsFoundAndGetsItsKey() throws Exception {
        // Given
        String project = project(AProject.investor("范例公司"), "范例旧名园区");

        // When
        write("UPDATE project SET name = '范例新稱园区', search_text = no || ' 范例新稱园区 范例公司'");

        // Then
        assertEquals(List.of(project), projects("新稱"));
        assertEquals(List.of(), projects("旧名"));
        assertEquals(1, Log.count("SELECT count(*) FROM search_text WHERE form = 0"));
        job.round();
        assertEquals(0, Log.count("SELECT count(*) FROM search_text WHERE form = 0"));
        assertEquals(List.of(project), projects("新称"));
        assertEquals(List.of(), projects("旧名"));
    }

    private static String project(String investor, String name) {
        Map<String, Object> facts = AProject.facts("1000000000.00", investor);
        facts.put("name", name);
        return AProject.registered(facts).id;
    }

    private static List<String> projects(String typed) {
        return ids(AProject.CAPTAIN.get("/v1/projects?q=" + encoded(typed)));
    }

    private static List<String> investors(String typed) {
        return ids(AProject.CAPTAIN.get("/v1/investors?q=" + encoded(typed)));
    }

    private static List<String> ids(Response list) {
        list.then().statusCode(200);
        return list.path("items.id");
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static void write(String sql) throws SQLException {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
