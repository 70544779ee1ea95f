package org.pengjiang.project.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.kit.table.TableFormat;
import org.pengjiang.kit.table.TableReader;
import org.pengjiang.kit.table.TableRow;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.ProjectStack;

/** The list of projects, handed out as a table. */
@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class ProjectTableTest {
    @TempDir
    Path folder;

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @Test
    void theTableSaysWhatTheListSaysInEveryForm() throws IOException {
        // Given
        AProject.registered("120000000.05");
        AProject.registered("999999999999.99");
        List<String> listed = AProject.OFFICE.get("/v1/projects").path("items.plannedTotalYuan");
        List<String> numbers = AProject.OFFICE.get("/v1/projects").path("items.no");

        for (String query : List.of("format=csv", "format=csv&charset=GB18030", "format=xlsx")) {
            // When
            Response table = AProject.OFFICE.get("/v1/projects/table?" + query);

            // Then
            table.then().statusCode(200);
            Path file = Files.write(folder.resolve("table"), table.asByteArray());
            List<String> totals = new ArrayList<>();
            List<String> read = new ArrayList<>();
            TableFormat format = new TableFormat(ProjectTable.LAYOUT.columns(), 10);
            try (TableReader reader = TableReader.open(file, format)) {
                for (TableRow row = reader.next(); row != null; row = reader.next()) {
                    read.add(String.valueOf(row.get(format.columns().get(0))));
                    totals.add(String.valueOf(row.get(format.columns().get(8))));
                    assertEquals(List.of(), row.faults());
                }
            }
            assertEquals(numbers, read, query);
            assertEquals(listed, totals, query);
        }
    }

    @Test
    void scopeFilterAndRefusalsAreThoseOfTheList() {
        // Given
        AProject.registered("120000000.00");

        // Then
        assertEquals(1, rows(AProject.OFFICE, ""));
        assertEquals(0, rows(AProject.OFFICE, "?stage=SIGNED"));
        assertEquals(0, rows(Api.as("other-district-clerk"), ""));
        assertEquals(403, Api.as("enterprise").get("/v1/projects/table").statusCode());
        AProject.OFFICE
                .get("/v1/projects/table?cursor=abc")
                .then()
                .statusCode(400)
                .body("code", equalTo("CURSOR_INVALID"));
    }

    private static long rows(Api api, String query) {
        Response table = api.get("/v1/projects/table" + query);
        table.then().statusCode(200);
        assertTrue(table.asString().startsWith("\uFEFF项目编号,项目名称,"), table.asString());
        return table.asString().lines().count() - 1;
    }
}
