package org.pengjiang.team.pledge;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.team.testsupport.District.OFFICE;
import static org.pengjiang.team.testsupport.District.line;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.table.TableFile;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.District.ATeam;
import org.pengjiang.team.testsupport.TeamStack;

/** The targets of a year, as the office has them in one table for all teams. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class ImportingPledgesTest {
    private static final String HEADINGS = "队伍代码,指标,指标项类型,目标金额（亿元）,目标数,权重（万分之一）,超额上限,进度曲线,逐月累计进度（万分之一）\n";
    private static final int TEAMS = 170;
    private static final int LINES_OF_EACH = 29;

    private ATeam first;

    @BeforeEach
    void twoTeams() {
        Database.reset();
        first = team("T01", "team-captain", "2026-01-01");
        team("T02", "team-captain-2", "2026-01-01");
    }

    @Test
    void everyTeamGetsADraftAsItsFormWouldMakeIt() {
        // Given
        String table = HEADINGS
                + "T01,SIGNED_AMOUNT,SUM,20,,6000,1.10,LINEAR_DAY,\n"
                + "T02,COUNT_100M,COUNT,,10,10000,,,\n"
                + "T01,COUNT_100M,COUNT,,8,4000,,CUSTOM,0;0;1000;2000;3000;4000;5000;6000;7000;8000;9000;10000\n";

        // When
        Response dry = handIn(table.getBytes(StandardCharsets.UTF_8), "&dryRun=true");
        Response real = handIn(table.getBytes(Charset.forName("GB18030")), "");

        // Then
        dry.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("drafts.teamCode", equalTo(List.of("T01", "T02")))
                .body("drafts[0].pledgeId", nullValue());
        real.then().log().ifValidationFails().statusCode(200).body("drafts.lines", equalTo(List.of(2, 1)));
        OFFICE.get("/v1/pledges/" + real.path("drafts[0].pledgeId"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("lines.target", equalTo(List.of("2000000000.00", "8")))
                .body("lines[0].cap", equalTo("1.10"))
                .body("lines[0].curve", equalTo("LINEAR_DAY"))
                .body("lines[1].customCurve", hasSize(12));
        assertEquals(2, count("SELECT count(*) FROM event_log WHERE type = 'pledge.drafted.v1'"));
    }

    @Test
    void whatTheFormRefusesTheTableRefusesAndNothingIsDrafted() {
        // Given
        OFFICE.post(
                        "/v1/teams/" + first.id() + "/pledges",
                        Map.of("year", 2026, "lines", List.of(line("COUNT_100M", "COUNT", "5", 10_000))))
                .then()
                .statusCode(201);
        String table = HEADINGS
                + "T01,COUNT_100M,COUNT,,10,10000,,,\n"
                + "T02,SIGNED_AMOUNT,COUNT,,7,5000,1.5,,\n"
                + "T02,COUNT_100M,COUNT,1.2,8,4000,,,\n"
                + "T02,WON,COUNT,,8,x,,,\n"
                + "T77,COUNT_100M,COUNT,,8,10000,,,1;2\n"
                + "T02\n";

        // When
        Response dry = handIn(table.getBytes(StandardCharsets.UTF_8), "&dryRun=true");
        Response real = handIn(table.getBytes(StandardCharsets.UTF_8), "");

        // Then
        dry.then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .body("code", equalTo("ROWS_REFUSED"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }.sort()",
                        equalTo(List.of(
                                "/rows/1/队伍代码 PLEDGE_OPEN",
                                "/rows/2/目标数 TARGET_COLUMN",
                                "/rows/2/目标金额（亿元） TEXT_MISSING",
                                "/rows/2/超额上限 VALUE_UNACCEPTABLE",
                                "/rows/3/目标金额（亿元） TARGET_COLUMN",
                                "/rows/4/指标 ENUM_UNKNOWN",
                                "/rows/4/权重（万分之一） WHOLE_NUMBER",
                                "/rows/5/队伍代码 TEAM_UNKNOWN",
                                "/rows/6 ROW_CELLS")));
        assertEquals(dry.<List<?>>path("errors"), real.<List<?>>path("errors"));
        String unfit = HEADINGS + "T02,SIGNED_AMOUNT,COUNT,20,,6000,,,\nT02,SIGNED_AMOUNT,SUM,20,,3000,,,1;2\n";
        handIn(unfit.getBytes(StandardCharsets.UTF_8), "")
                .then()
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        equalTo(List.of(
                                "/rows/1/指标项类型 LINE_KIND_UNFIT",
                                "/rows/1/权重（万分之一） WEIGHTS_NOT_WHOLE",
                                "/rows/2/指标 LINE_TWICE",
                                "/rows/2/逐月累计进度（万分之一） CUSTOM_CURVE_NOT_EXPECTED")));
        assertEquals(1, count("SELECT count(*) FROM pledge"));
    }

    @Test
    void onlyTheOfficeOfTheDistrictHandsItIn() {
        byte[] table = (HEADINGS + "T01,COUNT_100M,COUNT,,10,10000,,,\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(403, handIn(Api.as("team-captain"), table, "").statusCode());
        assertEquals(404, handIn(OFFICE, table, "&division=440704").statusCode());
        assertEquals(400, handIn(OFFICE, table, "&dryRun=perhaps").statusCode());
    }

    @Test
    void nearlyFiveThousandRowsAreDraftedWithinSeconds() throws Exception {
        // Given
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO team SELECT (jsonb_populate_record(t, jsonb_build_object("
                    + "'id', gen_random_uuid(), 'code', 'L' || n, 'name', 'Team L' || n))).*"
                    + " FROM team t, generate_series(1, " + TEAMS + ") n WHERE t.code = 'T01'");
        }
        StringBuilder table = new StringBuilder("team,metric,line_kind,target,weight,chain\n");
        for (int team = 1; team <= TEAMS; team++) {
            for (int line = 0; line < LINES_OF_EACH; line++) {
                table.append("L%d,COUNT_100M,COUNT,%d,%d,CHAIN_%s\n"
                        .formatted(
                                team, line + 1, line == 0 ? 10_000 - 300 * (LINES_OF_EACH - 1) : 300, letters(line)));
            }
        }

        // When
        long started = System.nanoTime();
        Response drafted = handIn(table.toString().getBytes(StandardCharsets.UTF_8), "");
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);

        // Then
        drafted.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("rows", equalTo(TEAMS * LINES_OF_EACH))
                .body("drafts", hasSize(TEAMS));
        System.out.println(TEAMS * LINES_OF_EACH + " rows: " + seconds + " s");
        assertTrue(seconds < 30, seconds + " s");
        assertEquals(TEAMS * LINES_OF_EACH, count("SELECT count(*) FROM target_line"));
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 10) + (char) ('A' + number % 10);
    }

    private static Response handIn(byte[] table, String query) {
        return handIn(OFFICE, table, query);
    }

    private static Response handIn(Api api, byte[] table, String query) {
        return api.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(TableFile.CSV_TYPE)
                .body(table)
                .post("/v1/pledges/imports?year=2026" + query);
    }

    private static long count(String sql) {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
