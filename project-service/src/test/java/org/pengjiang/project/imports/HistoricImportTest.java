package org.pengjiang.project.imports;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.http.UploadFolder;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.project.testsupport.AProject;
import org.pengjiang.project.testsupport.KnownTeams;
import org.pengjiang.project.testsupport.Log;
import org.pengjiang.project.testsupport.ProjectStack;

@QuarkusTest
@QuarkusTestResource(ProjectStack.class)
class HistoricImportTest {
    private static final String HEADER =
            "external_id,name,kind,division,investor_name,planned_total_yuan,agreement_no,agreement_amount_yuan,"
                    + "signed_on,agreement_sha256,shares,chain,investor_id_type,investor_id_no\n";

    @BeforeEach
    void knowTheTeams() {
        Database.reset();
        KnownTeams.areRemembered();
    }

    private static String row(int no) {
        return row("X-" + no, "2022-03-05", "T01:HOST:5000;T02:ORIGINATOR:5000");
    }

    private static String row(String externalId, String signedOn, String shares) {
        return "%s,范例历史项目%s,NEW,440703101,范例历史投资%s有限公司,120000000,范例协议%s,100000000.50,%s,%s,%s,SMART_APPLIANCE,,\n"
                .formatted(externalId, externalId, externalId, externalId, signedOn, AProject.SHA_256, shares);
    }

    @Inject
    ImportJobs jobs;

    @Inject
    UploadFolder folder;

    private static Response handIn(Api api, String csv, String query) {
        return handIn(api, "text/csv", csv.getBytes(StandardCharsets.UTF_8), query);
    }

    private static Response handIn(Api api, String type, byte[] file, String query) {
        return api.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .body(file)
                .post("/v1/projects/imports?year=2022" + query);
    }

    private static String path(Response submitted) {
        submitted.then().log().ifValidationFails().statusCode(202);
        return "/v1/projects/imports/" + submitted.path("id");
    }

    private static void reaches(String path, String status, int seconds) {
        await().atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> AProject.OFFICE.get(path).then().body("status", equalTo(status)));
    }

    private static void confirmedByTheSecondPerson(String path) {
        AProject.OFFICE_2
                .post(path + "/confirm", null, AProject.OFFICE.get(path).header("ETag"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    @Test
    void goodRowsBecomeSignedProjectsOnceASecondPersonHasConfirmed() {
        // Given
        String path = path(handIn(AProject.OFFICE, HEADER + row(1) + row(2), ""));
        reaches(path, "AWAITING_CONFIRMATION", 20);
        assertEquals(0, Log.count("SELECT count(*) FROM project"));

        // When
        confirmedByTheSecondPerson(path);
        reaches(path, "DONE", 20);

        // Then
        List<JsonNode> events = Log.events("project.stage-changed.v1");
        assertEquals(2, events.size());
        JsonNode event = events.getFirst();
        assertEquals("IMPORT", event.path("channel").asText());
        assertTrue(event.path("historical").asBoolean());
        assertEquals("2022-03-05", event.path("businessDate").asText());
        assertEquals("SIGNED", event.path("to").asText());
        assertEquals("100000000.50", event.path("agreementAmountYuan").asText());
        assertTrue(event.path("projectNo").asText().startsWith("P-440703-2022-"));
        assertEquals(2, event.path("shares").size());
    }

    @Test
    void theCopyOfAFileLiesWhereTheNextProcessRemovesItWhenThisOneIsKilled() throws IOException {
        // Given
        String path = path(handIn(AProject.OFFICE, HEADER + row(1), ""));
        reaches(path, "AWAITING_CONFIRMATION", 20);
        UUID job = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));

        // When
        ImportFiles files = new ImportFiles(jobs, folder);
        List<Path> during;
        try {
            files.find(Scope.system(), job);
            during = copies();
        } finally {
            files.forget();
        }

        // Then
        assertEquals(1, during.size(), during.toString());
        assertEquals(List.of(), copies());
    }

    /** In the folder of this process. */
    private List<Path> copies() throws IOException {
        Path beside = folder.newFile(".test");
        Files.delete(beside);
        try (Stream<Path> all = Files.list(beside.getParent())) {
            return all.filter(path -> path.toString().endsWith(".import")).toList();
        }
    }

    @Test
    void blanksAndMarksAroundACellMakeNoOtherValue() {
        // Given
        String first = path(handIn(AProject.OFFICE, HEADER + row(1), ""));
        reaches(first, "AWAITING_CONFIRMATION", 20);
        confirmedByTheSecondPerson(first);
        reaches(first, "DONE", 20);
        String parent = Log.events("project.stage-changed.v1")
                .getFirst()
                .path("projectNo")
                .asText();
        String header = HEADER.replace("\n", ",parent_no,increment_yuan\n");

        // When
        String path = path(handIn(
                AProject.OFFICE,
                header
                        + expansion("X-2\u3000", parent + "\u3000")
                        + expansion("\u00a0X-3", "\u200b" + parent)
                        + expansion("X-4", parent),
                ""));
        reaches(path, "AWAITING_CONFIRMATION", 20);

        // Then
        AProject.OFFICE.get(path).then().body("rowsGood", equalTo(3)).body("rowsBad", equalTo(0));
        confirmedByTheSecondPerson(path);
        reaches(path, "DONE", 20);
        assertEquals(3, Log.count("SELECT count(*) FROM project WHERE external_id IN ('X-2', 'X-3', 'X-4')"));

        // and each of them is known by now, however it is spelled
        String again = path(handIn(
                AProject.OFFICE,
                HEADER
                        + row("X-1 ", "2022-03-05", "T01:HOST:10000")
                        + row("X-2", "2022-03-05", "T01:HOST:10000")
                        + row("Ｘ－３", "2022-03-05", "T01:HOST:10000")
                        + row("X-9", "2022-03-05", "T01:HOST:10000")
                        + row("X-9\u3000", "2022-03-05", "T01:HOST:10000"),
                ""));
        reaches(again, "AWAITING_CONFIRMATION", 20);
        AProject.OFFICE.get(again).then().body("rowsGood", equalTo(1)).body("rowsBad", equalTo(4));
    }

    private static String expansion(String externalId, String parentNo) {
        return row(externalId, "2022-06-05", "T01:HOST:10000")
                .replace(",NEW,", ",EXPANSION,")
                .replace("\n", "," + parentNo + ",50000000\n");
    }

    @Test
    void whoHandedTheFileInDoesNotConfirmIt() {
        // Given
        String path = path(handIn(AProject.OFFICE, HEADER + row(1), ""));
        reaches(path, "AWAITING_CONFIRMATION", 20);

        // When
        Response own = AProject.OFFICE.post(
                path + "/confirm", null, AProject.OFFICE.get(path).header("ETag"));

        // Then
        own.then().statusCode(403).body("code", equalTo("FOUR_EYES"));
    }

    @Test
    void aRefusedRowNamesEveryReasonAndTheOthersGoOn() {
        // Given
        String csv = HEADER
                + row(1)
                + row("X-2", "2021-12-31", "T01:HOST:5000;T09:HOST:5000")
                + row("X-1", "2022-01-01", "T01:HOST:9999")
                + ",,NEW,440704,,x,,-1,2022-02-30,nohash,T01,NOCHAIN,USCC,91440703MA00000078\n";

        // When
        String path = path(handIn(AProject.OFFICE, csv, "&dryRun=true"));
        reaches(path, "DONE", 20);

        // Then
        AProject.OFFICE
                .get(path)
                .then()
                .body("rowsGood", equalTo(1))
                .body("rowsBad", equalTo(3))
                .body("rowsImported", equalTo(0));
        AProject.OFFICE
                .get(path + "/refused-rows")
                .then()
                .log()
                .ifValidationFails()
                .body("items[0].row", equalTo(2))
                .body("items[0].faults.code", hasItems("DATE_NOT_IN_YEAR", "TEAM_UNKNOWN"))
                .body("items[1].faults.code", hasItems("DUPLICATE_IN_FILE", "SHARES_NOT_WHOLE"))
                .body(
                        "items[2].faults.code",
                        hasItems(
                                "TEXT_MISSING",
                                "DIVISION_OUT_OF_SCOPE",
                                "YUAN_SHAPE",
                                "AMOUNT_NOT_POSITIVE",
                                "DATE_INVALID",
                                "SHA256_SHAPE",
                                "CHAIN_UNKNOWN",
                                "USCC_CHECK_DIGIT"))
                .body("items[0].faults[0].column", equalTo("signed_on"));
    }

    @Test
    void aRowWithACellTooManyOrFullWidthDigitsIsRefusedAndTheOthersGoOn() {
        // Given
        String csv = HEADER
                + row(1).replace(",NEW,", ", NEW ,")
                + row(2).replace(",NEW,", ",NEW,,")
                + "X-3,范例历史项目\n"
                + row("X-4", "2022-03-05", "T01:HOST:１００００")
                + row("X-2", "2022-03-05", "T01:HOST:10000");

        // When
        String path = path(handIn(AProject.OFFICE, csv, "&dryRun=true"));
        reaches(path, "DONE", 20);

        // Then
        AProject.OFFICE.get(path).then().body("rowsGood", equalTo(2)).body("rowsBad", equalTo(3));
        AProject.OFFICE
                .get(path + "/refused-rows")
                .then()
                .log()
                .ifValidationFails()
                .body("items.row", equalTo(List.of(2, 3, 4)))
                .body(
                        "items.collect { it.faults.collect { it.column + ' ' + it.code } }.flatten()",
                        equalTo(List.of(" ROW_CELLS", " ROW_CELLS", "shares SHARES_SHAPE")));
    }

    @Test
    void aNameInAFileIsJudgedAsInTheForm() {
        // Given
        String csv = HEADER
                + named("X-1", "范例\u202E项目")
                + named("X-2", "\"范例\n项目\"")
                + named("X-3", "\u200B\u00A0")
                + named("X-4", "\u3000范例 项目❤\uFE0F\u00A0");

        // When
        String path = path(handIn(AProject.OFFICE, csv, ""));
        reaches(path, "AWAITING_CONFIRMATION", 20);

        // Then
        AProject.OFFICE
                .get(path + "/refused-rows")
                .then()
                .log()
                .ifValidationFails()
                .body("items.row", equalTo(List.of(1, 2, 3)))
                .body(
                        "items.collect { it.faults.collect { it.column + ' ' + it.code } }.flatten()",
                        equalTo(List.of("name TEXT_INVALID", "name TEXT_INVALID", "name TEXT_MISSING")));
        confirmedByTheSecondPerson(path);
        reaches(path, "DONE", 20);
        assertEquals(1, Log.count("SELECT count(*) FROM project WHERE name = '范例 项目❤\uFE0F'"));
    }

    private static String named(String externalId, String name) {
        return row(externalId, "2022-03-05", "T01:HOST:5000;T02:ORIGINATOR:5000")
                .replace("范例历史项目" + externalId, name);
    }

    @Test
    void whatWasImportedOnceIsRefusedTheSecondTime() {
        // Given
        String first = path(handIn(AProject.OFFICE, HEADER + row(1), ""));
        reaches(first, "AWAITING_CONFIRMATION", 20);
        String second = path(handIn(AProject.OFFICE, HEADER + row(1) + row(2), ""));
        reaches(second, "AWAITING_CONFIRMATION", 20);
        confirmedByTheSecondPerson(first);
        reaches(first, "DONE", 20);

        // When
        confirmedByTheSecondPerson(second);
        reaches(second, "DONE", 20);

        // Then
        AProject.OFFICE.get(second).then().body("rowsImported", equalTo(1)).body("rowsBad", equalTo(1));
        AProject.OFFICE
                .get(second + "/refused-rows")
                .then()
                .body("items[0].faults[0].code", equalTo("EXTERNAL_ID_IMPORTED"));
        assertEquals(2, Log.count("SELECT count(*) FROM project"));
    }

    @Test
    void hundredsOfRowsComeInExactlyOnce() {
        // Given
        String csv = HEADER
                + IntStream.rangeClosed(1, 300)
                        .mapToObj(HistoricImportTest::row)
                        .collect(Collectors.joining());
        String path = path(handIn(AProject.OFFICE, csv, ""));
        reaches(path, "AWAITING_CONFIRMATION", 60);

        // When
        confirmedByTheSecondPerson(path);
        reaches(path, "DONE", 120);

        // Then
        assertEquals(300, Log.count("SELECT count(DISTINCT external_id) FROM project"));
        assertEquals(300, Log.count("SELECT count(*) FROM event_log WHERE type = 'project.stage-changed.v1'"));
        assertEquals(300, Log.count("SELECT count(*) FROM import_row WHERE status = 'IMPORTED'"));
    }

    @Test
    void aConnectionKilledAgainAndAgainLosesAndDoublesNothing() {
        // Given
        String csv = HEADER
                + IntStream.rangeClosed(1, 100)
                        .mapToObj(HistoricImportTest::row)
                        .collect(Collectors.joining());
        String path = path(handIn(AProject.OFFICE, csv, ""));
        reaches(path, "AWAITING_CONFIRMATION", 60);
        confirmedByTheSecondPerson(path);

        // When
        long killed = 0;
        for (int i = 0; i < 150; i++) {
            killed += Log.count("SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = 'project_app' AND state = 'idle in transaction') AS hit");
            if (Log.count("SELECT count(*) FROM import_job WHERE status = 'DONE'") == 1) {
                break;
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Log.count("SELECT count(*) FROM import_job WHERE status = 'DONE'") == 1);

        // Then
        assertTrue(killed > 0, "nothing was killed: the test proves nothing");
        assertEquals(100, Log.count("SELECT count(*) FROM project"));
        assertEquals(100, Log.count("SELECT count(*) FROM event_log WHERE type = 'project.stage-changed.v1'"));
        assertEquals(100, Log.count("SELECT rows_imported FROM import_job"));
    }

    @Test
    void onlyTheOfficeImportsAndOnlyPastYears() {
        // When
        Response captain = handIn(AProject.CAPTAIN, HEADER + row(1), "");
        Response future = AProject.OFFICE
                .request()
                .header("Idempotency-Key", "k1")
                .contentType("text/csv")
                .body(HEADER + row(1))
                .post("/v1/projects/imports?year=2026");
        Response header = handIn(AProject.OFFICE, "a,b\n1,2\n", "");

        // Then
        captain.then().statusCode(403);
        future.then().statusCode(422).body("errors[0].code", equalTo("YEAR_NOT_PAST"));
        header.then().statusCode(422).body("code", equalTo("CSV_HEADER"));
    }

    @Test
    void theSameFileAsCsvInEitherEncodingOrAsAWorkbookGivesTheSame() throws IOException {
        // Given
        String csv = "外部编号,项目名称,项目类型,行政区划代码,投资方名称,计划总投资（万元）,协议编号,协议金额（元）,签约日期,"
                + "协议文件SHA-256,业绩分成,产业链\n"
                + localRow("007", "\"1,234.5\"", "2022/3/5", "T01:HOST:10000")
                + localRow("X-2", "12000", "2022年3月6日", "T01:HOST:9999")
                + localRow("007", "12000", "2021-03-05", "T01:HOST:10000");
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        // When
        List<String> outcomes = new ArrayList<>();
        for (Response submitted : List.of(
                handIn(AProject.OFFICE, csv, ""),
                handIn(AProject.OFFICE, "text/csv", csv.getBytes(Charset.forName("GB18030")), ""),
                handIn(AProject.OFFICE, type, workbook(csv), ""))) {
            String path = path(submitted);
            reaches(path, "AWAITING_CONFIRMATION", 20);
            outcomes.add(AProject.OFFICE.get(path).path("rowsGood") + " "
                    + AProject.OFFICE.get(path + "/refused-rows").path("items"));
        }

        // Then
        assertEquals(List.of(outcomes.getFirst()), outcomes.stream().distinct().toList());
        assertTrue(outcomes.getFirst().startsWith("1 "), outcomes.getFirst());
        assertTrue(outcomes.getFirst().contains("column=业绩分成, code=SHARES_NOT_WHOLE"), outcomes.getFirst());
        assertTrue(outcomes.getFirst().contains("column=外部编号, code=DUPLICATE_IN_FILE"), outcomes.getFirst());
        assertTrue(outcomes.getFirst().contains("column=签约日期, code=DATE_NOT_IN_YEAR"), outcomes.getFirst());

        // and what comes out of a workbook is what stands in it
        String path = path(handIn(AProject.OFFICE, type, workbook(csv), ""));
        reaches(path, "AWAITING_CONFIRMATION", 20);
        confirmedByTheSecondPerson(path);
        reaches(path, "DONE", 20);
        assertEquals(
                1,
                Log.count(
                        "SELECT count(*) FROM project WHERE external_id = '007' AND planned_total_yuan = 12345000.00"));
        JsonNode event = Log.events("project.stage-changed.v1").getFirst();
        assertEquals("2022-03-05", event.path("businessDate").asText());
        assertEquals("100000000.50", event.path("agreementAmountYuan").asText());
    }

    private static String localRow(String externalId, String wan, String signedOn, String shares) {
        return "%s,范例历史项目%s,NEW,440703101,范例历史投资%s有限公司,%s,范例协议%s,100000000.50,%s,%s,%s,SMART_APPLIANCE\n"
                .formatted(externalId, externalId, externalId, wan, externalId, signedOn, AProject.SHA_256, shares);
    }

    /** With the first row's amounts as numbers and its date as a date, as a person would have typed them. */
    private static byte[] workbook(String csv) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("项目");
            List<String> lines = csv.replace("\"1,234.5\"", "1234.5").lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(",");
                for (int column = 0; column < cells.length; column++) {
                    if (row == 1 && (column == 5 || column == 7)) {
                        sheet.value(row, column, new BigDecimal(cells[column]));
                    } else if (row == 1 && column == 8) {
                        sheet.value(row, column, LocalDate.of(2022, 3, 5));
                        sheet.style(row, column).format("yyyy-mm-dd").set();
                    } else {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatIsNoSuchTableIsRefusedWithItsPlaces() throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        refused(handIn(AProject.OFFICE, HEADER + row(1) + "\"X-2\"x,y\n", ""), 400, "CSV_MALFORMED", "/lines/3");
        refused(handIn(AProject.OFFICE, HEADER + "X-\0,y\n", ""), 400, "CSV_MALFORMED", "/lines/2");
        refused(handIn(AProject.OFFICE, HEADER + ",".repeat(1_000_000), ""), 422, "CSV_CELLS", "/lines/2");
        refused(
                handIn(AProject.OFFICE, HEADER.replace("name,kind", "colour,name,name"), ""),
                422,
                "CSV_HEADER",
                "/columns/B");
        ByteArrayOutputStream formulas = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(formulas, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("项目");
            sheet.value(0, 0, "external_id");
            sheet.formula(1, 0, "1+1");
            sheet.formula(2, 1, "HYPERLINK(\"http://example.com\")");
        }
        refused(handIn(AProject.OFFICE, type, formulas.toByteArray(), ""), 422, "CSV_CELLS", "/cells/A2", "/cells/B3");
        refused(handIn(AProject.OFFICE, type, bomb(), ""), 400, "CSV_MALFORMED");
        // read before the command begins: before its key and its query are judged
        refused(
                AProject.OFFICE
                        .request()
                        .contentType("text/csv")
                        .body(HEADER.replace("name,kind", "colour,name,name"))
                        .post("/v1/projects/imports?year=1"),
                422,
                "CSV_HEADER");
        refused(
                handIn(AProject.OFFICE, type, "PK\3\4nothing".getBytes(StandardCharsets.UTF_8), ""),
                400,
                "CSV_MALFORMED");
    }

    private static void refused(Response answer, int status, String code, String... places) {
        answer.then()
                .log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        if (places.length > 0) {
            answer.then().body("errors.pointer", hasItems(places));
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] row = "<row><c><v>1</v></c></row>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (long size = 0; size < 200L << 20; size += row.length) {
                zip.write(row);
            }
        }
        return out.toByteArray();
    }
}
