package org.pengjiang.team.board;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.team.testsupport.District.OFFICE;
import static org.pengjiang.team.testsupport.District.board;
import static org.pengjiang.team.testsupport.District.line;
import static org.pengjiang.team.testsupport.District.project;
import static org.pengjiang.team.testsupport.District.signedPledge;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.District.ATeam;
import org.pengjiang.team.testsupport.TeamStack;

/** The worked example of the rules, as of 31 May: 2.0 bn promised, three teams ahead, behind and far behind. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class ExplainingABoardTest {
    private ATeam first;

    @BeforeEach
    void threeTeams() {
        Database.reset();
        first = signedTeam("T01", "900000000.00");
        signedTeam("T02", "650000000.00");
        signedTeam("T03", "580000000.00");
        project("77.00", first).with("tags", List.of("REAL_ESTATE")).signed("2026-05-20");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        board(2026, "2026-05-31").path("district.creditedYuan").equals("2130000000.00"));
    }

    private static ATeam signedTeam(String code, String credited) {
        ATeam team = team(code, "team-captain", "2025-01-01");
        signedPledge(
                team,
                2026,
                "team-captain",
                "2026-01-20",
                List.of(line("SIGNED_AMOUNT", "SUM", "2000000000.00", 10_000)));
        project(credited, team).signed("2026-05-31");
        return team;
    }

    @Test
    void theWorkedExampleStandsOnTheBoard() {
        // Given
        // When
        Response board = board(2026, "2026-05-31");
        // Then
        board.then()
                .log()
                .ifValidationFails()
                .body("timeProgress.percent", equalTo("41.67"))
                .body("teams.percent", equalTo(List.of("45.00", "32.50", "29.00")))
                .body("teams.gapPoints", equalTo(List.of("+3.33", "-9.17", "-12.67")))
                .body("teams.ratio", equalTo(List.of("1.080", "0.780", "0.696")))
                .body("teams.light", equalTo(List.of("GREEN", "YELLOW", "RED")))
                .body("teams.place", equalTo(List.of(1, 2, 3)))
                .body("teams.interimScore", equalTo(List.of("100.00", "78.00", "69.60")))
                .body("teams.finalScore", equalTo(List.of("45.00", "32.50", "29.00")))
                .body("assumptions.setting", hasItems("lights", "line-defaults", "counting-rules", "cut-off"))
                .body("reconciled", equalTo(true));
        board(2026, "2026-05-30")
                .then()
                .body("timeProgress.percent", equalTo("33.33"))
                .body("teams.light", equalTo(List.of("RED", "RED", "RED")));
        board(2026, "2026-01-30")
                .then()
                .body("teams.light", equalTo(List.of("GREY", "GREY", "GREY")))
                .body("teams[0].interimScore", nullValue())
                .body("teams[0].place", nullValue());
    }

    @Test
    void everyFigureIsExplainedInWordsStepsAndEntries() {
        // Given
        String path = "/v1/boards/2026/explain?asOf=2026-05-31&team=T03&line=SIGNED_AMOUNT";
        // When
        Response english = OFFICE.request().header("Accept-Language", "en").get(path);
        Response chinese = OFFICE.get(path);
        // Then
        english.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("sentences[0]", allOf(containsString("T03"), containsString("2000000000.00")))
                .body("sentences", hasItem(containsString("29.00 percent")))
                .body("sentences", hasItem(containsString("-12.67 percentage points")))
                .body("sentences", hasItem(containsString("red")))
                .body("steps.find { it.name == 'timeProgress' }.unrounded", equalTo("41.6666666666…"))
                .body("steps.find { it.name == 'ratio' }.unrounded", equalTo("0.696"))
                .body("steps.find { it.name == 'gapPoints' }.unrounded", equalTo("-12.6666666666…"))
                .body("entries.items.size()", equalTo(1))
                .body("entries.items[0].quantity", equalTo("580000000.00"))
                .body("entries.items[0].kind", equalTo("EARN"))
                .body("light", equalTo("RED"));
        chinese.then().body("sentences", hasItem(containsString("相差-12.67个百分点")));
    }

    @Test
    void whatDoesNotCountIsNamedWithItsReason() {
        // Given
        // When
        Response explained = OFFICE.get("/v1/boards/2026/explain?asOf=2026-05-31&team=T01");
        // Then
        explained
                .then()
                .body("line", equalTo("SIGNED_AMOUNT"))
                .body("uncounted.reason", equalTo(List.of("EXCLUDED_KIND")));
    }

    @Test
    void entriesComeInPages() {
        // Given
        String path = "/v1/boards/2026/explain?asOf=2026-05-31&limit=2";
        // When
        Response page = OFFICE.get(path);
        String next = page.path("entries.next");
        Response second = OFFICE.get(path + "&cursor=" + next);
        // Then
        page.then().statusCode(200).body("entries.items.size()", equalTo(2)).body("entries.next", notNullValue());
        second.then().statusCode(200).body("entries.items.size()", equalTo(1)).body("entries.next", nullValue());
        OFFICE.get("/v1/boards/2026/explain?asOf=2026-05-30&limit=2&cursor=" + next)
                .then()
                .statusCode(400)
                .body("code", equalTo("CURSOR_INVALID"));
        OFFICE.get("/v1/teams/" + first.id() + "/credits?year=2026&limit=3")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3))
                .body("next", notNullValue());
        OFFICE.get("/v1/teams/" + first.id() + "/credits?year=2026&metric=SIGNED_COUNT")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].quantity", equalTo("1.0000"));
    }

    @Test
    void boardAndLedgerAreHandedOutAsTables() {
        // When
        Response board = OFFICE.get("/v1/boards/2026/table?asOf=2026-05-31");
        Response ledger = OFFICE.get("/v1/teams/" + first.id() + "/credits/table?year=2026&metric=SIGNED_AMOUNT");
        // Then
        board.then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"board-2026-05-31.csv\""));
        List<String> rows = board.asString().lines().toList();
        assertEquals(
                "\uFEFF截至日期,暂定,分组,名次,队伍代码,队伍名称,队伍类型,行政区划代码,目标（元）,业绩（元）,完成率（%）,快（慢）于时间进度的百分点,"
                        + "进度比,红黄绿灯,综合灯,阶段得分,年度得分,含历史项目",
                rows.getFirst());
        assertEquals(
                "2026-05-31,否,TOWNS,2,T02,Team T02,TOWN,440703,2000000000.00,650000000.00,32.50,-9.17,0.780,YELLOW,YELLOW,"
                        + "78.00,32.50,否",
                rows.get(2));
        assertEquals(4, rows.size());
        ledger.then().statusCode(200);
        List<String> entries = ledger.asString().lines().toList();
        assertEquals("\uFEFF分录,项目编号,指标,所属月份,生效日期,分录类型,事由,数量,计量单位,历史项目,规则版本,冲销的分录,来源事件", entries.getFirst());
        assertTrue(entries.get(1).contains(",SIGNED_AMOUNT,2026-05,2026-05-31,EARN,"), entries.get(1));
        assertTrue(entries.get(1).contains(",900000000.00,YUAN,否,"), entries.get(1));
        OFFICE.get("/v1/boards/2026/table?asOf=2026-05-31&format=xlsx")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Api.as("unit-clerk")
                .get("/v1/teams/" + first.id() + "/credits/table?year=2026")
                .then()
                .statusCode(404);
    }

    @Test
    void impossibleQuestionsAreRefusedWithTheirReason() {
        OFFICE.get("/v1/boards/2026?asOf=2025-05-31")
                .then()
                .statusCode(422)
                .body("code", equalTo("AS_OF_OUTSIDE_YEAR"));
        OFFICE.get("/v1/boards/2026?asOf=2026-11-21").then().statusCode(422).body("code", equalTo("AS_OF_IN_FUTURE"));
        OFFICE.get("/v1/boards/2027").then().statusCode(422).body("code", equalTo("AS_OF_IN_FUTURE"));
        OFFICE.get("/v1/boards/2026?asOf=yesterday").then().statusCode(400);
        OFFICE.get("/v1/boards/1026").then().statusCode(400);
        OFFICE.get("/v1/boards/2026?on=2026-01-01").then().statusCode(400).body("code", equalTo("PARAMETER_UNKNOWN"));
        OFFICE.get("/v1/boards/2026?division=440704").then().statusCode(404);
        OFFICE.get("/v1/boards/2026?division=4407").then().statusCode(400);
        OFFICE.get("/v1/boards/2026/explain?team=T77").then().statusCode(422).body("code", equalTo("TEAM_UNKNOWN"));
        OFFICE.get("/v1/boards/2026/explain?line=FDI").then().statusCode(404).body("code", equalTo("LINE_UNKNOWN"));
        OFFICE.get("/v1/boards/2026").then().statusCode(200).body("asOf", equalTo("2026-11-20"));
        OFFICE.get("/v1/boards/2025").then().statusCode(200).body("asOf", equalTo("2025-12-31"));
    }

    @Test
    void aTownSeesTheBulletinAndNotTheProjectsBehindIt() {
        Api.as("unit-clerk").get("/v1/boards/2026?asOf=2026-05-31").then().statusCode(200);
        Api.as("unit-clerk")
                .get("/v1/boards/2026/explain?asOf=2026-05-31")
                .then()
                .statusCode(404);
        Api.as("unit-clerk").get("/v1/credits/reconciliation?year=2026").then().statusCode(403);
        Api.as("city-platform")
                .get("/v1/boards/2026")
                .then()
                .statusCode(422)
                .body("code", equalTo("DISTRICT_AMBIGUOUS"));
        Api.as("city-platform")
                .get("/v1/boards/2026?division=440703&asOf=2026-05-31")
                .then()
                .statusCode(200)
                .body("district.creditedYuan", equalTo("2130000000.00"));
        Api.as("other-district-clerk")
                .get("/v1/boards/2026?division=440703")
                .then()
                .statusCode(404);
        Api.as("other-district-clerk")
                .get("/v1/boards/2026")
                .then()
                .statusCode(200)
                .body("teams.size()", equalTo(0));
        Api.as("enterprise").get("/v1/boards/2026").then().statusCode(403);
        Api.anonymous().get("/v1/boards/2026").then().statusCode(401);
    }
}
