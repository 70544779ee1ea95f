package org.pengjiang.appeal.directory;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.appeal.testsupport.Neighbours;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** The whole dispatch directory as a table: handed in, looked at, taken over at once, handed out. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class DirectoryTablesTest {
    private static final Api DISPATCHER = Api.as("dispatcher");
    private static final String RULES = "/v1/dispatch-rules";
    private static final String HEADINGS = "行政区划代码,诉求类别,责任单位代码,生效日期,终止日期,备注,假设值\n";
    private static final String DAY = "2026-10-01";
    private static final int ITEMS = 4000;
    private static final List<String> CATEGORIES = List.of(
            "A01", "A02", "A03", "A04", "A05", "B01", "B02", "C01", "C02", "C03", "C04", "D01", "D02", "D03", "E01",
            "E02", "E03", "F01", "F02", "Z99");

    @BeforeEach
    void knowTheUnits() {
        Database.reset();
        Neighbours.unit("440703-ZR", "440703", "DEPARTMENT");
        Neighbours.unit("440703-FW", "440703", "OTHER");
        Neighbours.unit("440703101", "440703101", "TOWN");
    }

    @Test
    void aDryRunShowsWhatTheTableChangesAndChangesNothing() {
        // Given
        entered("A01", "440703-ZR");
        entered("A02", "440703-ZR");
        String table = HEADINGS
                + "440703,A01,440703-ZR,2026-09-18,,,否\n"
                + "440703,A02,440703-FW,,,新单位,是\n"
                + "440703101,A02,440703101,2026-11-01,2026-12-31,,\n"
                + "440703,A03,440703-ZR,2026-01-01,2026-09-30,,\n";

        // When
        Response shown = handIn(table, DAY, true);

        // Then
        shown.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("over", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("added", equalTo(2))
                .body("ended", equalTo(1))
                .body("firstAdded.row", equalTo(List.of(2, 3)))
                .body("firstAdded[0].validFrom", equalTo(DAY))
                .body("firstAdded[0].validTo", nullValue())
                .body("firstEnded[0].unitCode", equalTo("440703-ZR"));
        assertEquals(2, Log.count("SELECT count(*) FROM dispatch_rule WHERE valid_to IS NULL"));
        assertEquals(2, Log.count("SELECT count(*) FROM event_log WHERE subject_type = 'dispatch-rule'"));
    }

    @Test
    void theTableHoldsFromItsDayOnAndTheLogSaysWhoHandedItIn() {
        // Given
        entered("A01", "440703-ZR");
        String table = HEADINGS + "440703,A01,440703-FW,,,,否\n440703,A02,440703-FW,,,,否\n";
        String key = UUID.randomUUID().toString();

        // When
        Response taken = handIn(table.getBytes(StandardCharsets.UTF_8), TableFile.CSV_TYPE, DAY, false, key);
        Response repeated = handIn(table.getBytes(StandardCharsets.UTF_8), TableFile.CSV_TYPE, DAY, false, key);

        // Then
        taken.then().log().ifValidationFails().statusCode(200).body("added", equalTo(2));
        assertEquals(taken.asString(), repeated.asString());
        assertEquals(List.of("440703-ZR"), unitsOn("A01", "2026-09-30"));
        assertEquals(List.of("440703-FW"), unitsOn("A01", DAY));
        assertEquals(
                3,
                Log.count("SELECT count(*) FROM event_log WHERE type = 'dispatch-rule.entered.v1'"
                        + " AND actor_role = 'DISPATCHER'"));
        assertEquals(
                "2026-09-30",
                Log.events("dispatch-rule.ended.v1").getFirst().path("lastDay").asText());
        Api.as("auditor").get("/v1/admin/audit/verify").then().statusCode(200).body("intact", equalTo(true));
        handIn(table, DAY, false)
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("added", equalTo(0))
                .body("ended", equalTo(0));
    }

    @Test
    void ofTwoDirectoriesAtOnceTheLaterHoldsAlone() throws Exception {
        Future<Response> first;
        Future<Response> second;
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection barrier = Database.administer();
                Statement statement = barrier.createStatement()) {
            // Given: both have come as far as they can before either may read which rules there are
            barrier.setAutoCommit(false);
            statement.execute("LOCK TABLE dispatch_rule IN EXCLUSIVE MODE");

            // When
            first = threads.submit(
                    () -> handIn(HEADINGS + "440703,A01,440703-ZR,,,,否\n440703,A02,440703-ZR,,,,否\n", DAY, false));
            second = threads.submit(
                    () -> handIn(HEADINGS + "440703,A03,440703-FW,,,,否\n440703,A04,440703-FW,,,,否\n", DAY, false));
            awaitWaiting(2);
            barrier.commit();
        }

        // Then
        first.get().then().log().ifValidationFails().statusCode(200).body("added", equalTo(2));
        second.get().then().log().ifValidationFails().statusCode(200).body("added", equalTo(2));
        int endedByFirst = first.get().path("ended");
        int endedBySecond = second.get().path("ended");
        assertEquals(2, endedByFirst + endedBySecond, "the later one ends what the earlier one has entered");
        List<String> standing = DISPATCHER.get(RULES + "?on=" + DAY).path("items.category");
        assertEquals(
                endedBySecond == 2 ? List.of("A03", "A04") : List.of("A01", "A02"),
                standing.stream().sorted().toList());
    }

    @Test
    void aRuleThatIsEnteredOrEndedMeanwhileWaitsForTheDirectory() throws Exception {
        // Given
        Response rule = enter("440703", "A01", "440703-ZR");
        String end = RULES + "/" + rule.path("id") + "/end";
        Future<Response> entering;
        Future<Response> ending;
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection directory = Database.administer();
                Statement statement = directory.createStatement()) {
            // an import of the district has begun
            directory.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('dispatch-directory/440703', 0))");

            // When
            entering = threads.submit(() -> enter("440703101", "A02", "440703101"));
            ending = threads.submit(() -> DISPATCHER.post(end, Map.of("lastDay", DAY), rule.header("ETag")));
            awaitWaiting(2);

            // Then
            assertEquals(1, Log.count("SELECT count(*) FROM dispatch_rule WHERE valid_to IS NULL"));
            handIn(HEADINGS + "440703,A01,440703-ZR,,,,否\n", DAY, true).then().statusCode(200);
            directory.commit();
        }
        assertEquals(201, entering.get().statusCode(), entering.get().asString());
        assertEquals(200, ending.get().statusCode(), ending.get().asString());
    }

    @Test
    void everyFaultOfEveryRowIsNamedAndNothingIsTakenOver() {
        // Given
        entered("A01", "440703-ZR");
        String table = HEADINGS
                + "440704,Q17,NO-SUCH,,2026-13-01,,vielleicht\n"
                + "440703,A01,440703101,,,,否\n"
                + "440703,A02,440703-ZR,,,,否\n"
                + "440703,A02,440703-ZR,,,,否\n"
                + "440703,A03,440703-ZR,2026-10-01,2026-12-31,,否\n"
                + "440703,A03,440703-FW,2026-12-31,,,否\n"
                + "440703,A04,440703-ZR,2026-12-01,2026-11-01,,否\n"
                + "440703,A05\n";

        // When
        Response dry = handIn(table, DAY, true);
        Response real = handIn(table, DAY, false);

        // Then
        dry.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        equalTo(List.of(
                                "/rows/1/终止日期 DATE_INVALID",
                                "/rows/1/假设值 YES_OR_NO",
                                "/rows/1/行政区划代码 DIVISION_OUT_OF_SCOPE",
                                "/rows/1/诉求类别 CATEGORY_UNKNOWN",
                                "/rows/1/责任单位代码 UNIT_UNKNOWN",
                                "/rows/2/责任单位代码 UNIT_OUT_OF_AREA",
                                "/rows/4/诉求类别 DUPLICATE_ROW",
                                "/rows/6/诉求类别 RULES_OVERLAP",
                                "/rows/7/终止日期 LAST_DAY_BEFORE_FIRST",
                                "/rows/8 ROW_CELLS")))
                .body("detail", containsString("8"));
        assertEquals(dry.<List<?>>path("errors"), real.<List<?>>path("errors"));
        assertEquals(1, Log.count("SELECT count(*) FROM dispatch_rule"));
    }

    @Test
    void whatWasDispatchedTodayStaysExplained() {
        // Given
        entered("A01", "440703-ZR");
        String other = HEADINGS + "440703,A01,440703-FW,,,,否\n";

        // Then
        for (boolean dryRun : List.of(true, false)) {
            handIn(other, "2026-09-17", dryRun)
                    .then()
                    .statusCode(422)
                    .body("errors.code", equalTo(List.of("DATE_PAST")));
            handIn(other, "2026-09-18", dryRun)
                    .then()
                    .statusCode(422)
                    .body("errors.code", equalTo(List.of("DATE_PAST")));
            handIn("colour\nred\n", DAY, dryRun).then().statusCode(422).body("code", equalTo("CSV_HEADER"));
        }
        handIn(HEADINGS + "440703,A01,440703-ZR,,,,否\n440703,A02,440703-FW,,,,否\n", "2026-09-18", false)
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("unchanged", equalTo(1));
    }

    @Test
    void onlyWhoKeepsTheDirectoryHandsItInAndOnlyTheOwnDistricts() {
        byte[] table = (HEADINGS + "440703,A01,440703-ZR,,,,否\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(403, handIn(Api.as("unit-head"), table, "").statusCode());
        assertEquals(404, handIn(DISPATCHER, table, "&division=440704").statusCode());
        assertEquals(400, handIn(DISPATCHER, table, "&division=town").statusCode());
    }

    @Test
    void fourThousandItemsAreTakenOverWithinSecondsAndHandedOutAsTheyWere() {
        // Given
        byte[] table = directory("440703-ZR", 0).getBytes(Charset.forName("GB18030"));

        // When
        long started = System.nanoTime();
        Response taken =
                handIn(table, TableFile.CSV_TYPE, DAY, false, UUID.randomUUID().toString());
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);

        // Then
        taken.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("added", equalTo(ITEMS))
                .body("firstAdded", hasSize(500));
        System.out.println("4,000 items: " + seconds + " s");
        assertTrue(seconds < 30, seconds + " s");
        assertEquals(ITEMS, Log.count("SELECT count(*) FROM event_log WHERE type = 'dispatch-rule.entered.v1'"));

        for (String query : List.of("format=csv", "format=csv&charset=GB18030", "format=xlsx")) {
            Response handedOut = DISPATCHER.get(RULES + "/table?" + query);
            handedOut
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString("attachment; filename=\"dispatch-rules."))
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Link", nullValue());
            handIn(
                            handedOut.asByteArray(),
                            query.contains("xlsx") ? TableFile.XLSX_TYPE : TableFile.CSV_TYPE,
                            DAY,
                            true,
                            UUID.randomUUID().toString())
                    .then()
                    .statusCode(200)
                    .body("rows", equalTo(ITEMS))
                    .body("unchanged", equalTo(ITEMS))
                    .body("added", equalTo(0))
                    .body("ended", equalTo(0));
        }

        // a fifth of it goes to another unit
        handIn(
                        directory("440703-FW", ITEMS / 5).getBytes(StandardCharsets.UTF_8),
                        TableFile.CSV_TYPE,
                        "2026-11-01",
                        false,
                        UUID.randomUUID().toString())
                .then()
                .statusCode(200)
                .body("added", equalTo(ITEMS / 5))
                .body("ended", equalTo(ITEMS / 5))
                .body("unchanged", equalTo(ITEMS - ITEMS / 5));
        Api.as("auditor").get("/v1/admin/audit/verify").then().statusCode(200).body("intact", equalTo(true));
    }

    @Test
    void aLongTableGoesOnAtItsLink() {
        // Given
        handIn(
                        HEADINGS + "440703,A01,440703-ZR,,,,否\n440703,A02,440703-ZR,,,,否\n440703,A03,440703-ZR,,,,否\n",
                        DAY,
                        false)
                .then()
                .statusCode(200);

        // When
        Response first = DISPATCHER
                .request()
                .header("Accept", "text/csv")
                .header("Accept-Language", "en")
                .get(RULES + "/table?limit=2");
        String link = first.header("Link");
        Response second = DISPATCHER.get(link.substring(1, link.indexOf('>')));

        // Then
        first.then().statusCode(200).contentType(equalTo("text/csv;charset=UTF-8"));
        assertEquals(
                "\uFEFFdivision code,category,unit code,valid from,valid to,note,assumption",
                first.asString().lines().findFirst().orElseThrow());
        assertEquals(3, first.asString().lines().count());
        assertEquals(2, second.asString().lines().count());
        DISPATCHER
                .request()
                .header("Accept", "application/xml, " + TableFile.XLSX_TYPE + ";q=0.9, text/csv;q=0.5")
                .get(RULES + "/table")
                .then()
                .statusCode(200)
                .contentType(equalTo(TableFile.XLSX_TYPE));
        DISPATCHER
                .request()
                .header("Accept", "application/xml")
                .get(RULES + "/table")
                .then()
                .statusCode(406);
        DISPATCHER
                .get(RULES + "/table?format=pdf&charset=latin1&limit=0&colour=red")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("query:format", "query:charset", "query:limit", "query:colour"));
        DISPATCHER.get(RULES + "/table?format=xlsx&charset=GB18030").then().statusCode(400);
        assertEquals(403, Api.as("enterprise").get(RULES + "/table").statusCode());
    }

    @Test
    void whatIsExportedIsTakenAgainAlsoWhereRulesChangeWithinADay() {
        // Given: another unit from ten to three o'clock
        Response rule = enter("440703", "A01", "440703-ZR");
        Response morning = replace(rule, "440703-FW", DAY + "T10:00:00+08:00");
        replace(morning, "440703-ZR", DAY + "T15:00:00+08:00")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
        String table = DISPATCHER.get(RULES + "/table?format=csv").asString();

        // When
        Response again = handIn(table, DAY, false);
        Response other = handIn(HEADINGS + "440703,A01,440703-FW,,,,否\n", "2026-09-30", false);

        // Then
        assertEquals(3, table.lines().count(), table);
        again.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("over", equalTo(1))
                .body("added", equalTo(1))
                .body("ended", equalTo(3));
        other.then().log().ifValidationFails().statusCode(200).body("ended", equalTo(2));
        assertEquals(List.of("440703-ZR"), unitsOn("A01", "2026-09-29"));
        assertEquals(List.of("440703-FW"), unitsOn("A01", DAY));
    }

    private static Response replace(Response rule, String unit, String from) {
        return DISPATCHER.post(
                RULES + "/" + rule.path("id") + "/replace",
                Map.of("unitCode", unit, "beginsAt", from),
                rule.header("ETag"));
    }

    private static void awaitWaiting(int requests) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Log.count("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE usename = 'appeal_app' AND wait_event_type = 'Lock'")
                        == requests);
    }

    /** 20 categories in 200 areas, in any order. */
    private static String directory(String unit, int changed) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            rows.add("%s,%s,%s,,,%s,否\n"
                    .formatted(
                            440703001 + i / CATEGORIES.size(),
                            CATEGORIES.get(i % CATEGORIES.size()),
                            i < changed ? unit : "440703-ZR",
                            i % 7 == 0 ? "范例事项" + i : ""));
        }
        Collections.shuffle(rows, new Random(7));
        return HEADINGS + String.join("", rows);
    }

    private static List<String> unitsOn(String category, String day) {
        return DISPATCHER.get(RULES + "?category=" + category + "&on=" + day).path("items.unitCode");
    }

    private static void entered(String category, String unit) {
        enter("440703", category, unit).then().statusCode(201);
    }

    private static Response enter(String area, String category, String unit) {
        return DISPATCHER.post(
                RULES,
                Map.of(
                        "divisionCode",
                        area,
                        "category",
                        category,
                        "unitCode",
                        unit,
                        "validFrom",
                        "2026-09-18",
                        "assumption",
                        false));
    }

    private static Response handIn(String table, String from, boolean dryRun) {
        return handIn(
                table.getBytes(StandardCharsets.UTF_8),
                TableFile.CSV_TYPE,
                from,
                dryRun,
                UUID.randomUUID().toString());
    }

    private static Response handIn(byte[] table, String type, String from, boolean dryRun, String key) {
        return DISPATCHER
                .request()
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(table)
                .post(RULES + "/imports?effectiveFrom=" + from + "&dryRun=" + dryRun);
    }

    private static Response handIn(Api api, byte[] table, String query) {
        return api.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(TableFile.CSV_TYPE)
                .body(table)
                .post(RULES + "/imports?effectiveFrom=" + DAY + query);
    }
}
