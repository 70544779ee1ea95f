package org.pengjiang.team.board;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.pengjiang.team.testsupport.District.board;
import static org.pengjiang.team.testsupport.District.credited;
import static org.pengjiang.team.testsupport.District.line;
import static org.pengjiang.team.testsupport.District.project;
import static org.pengjiang.team.testsupport.District.signedPledge;
import static org.pengjiang.team.testsupport.District.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.team.testsupport.District.ATeam;
import org.pengjiang.team.testsupport.TeamStack;

/** The district's published figures come out, from events on Kafka to the board. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class PublishedBulletinsTest {
    private ATeam first;
    private ATeam second;

    @BeforeEach
    void twoTeams() {
        Database.reset();
        first = team("T01", "team-captain", "2022-01-01");
        second = team("T02", "team-captain-2", "2022-01-01");
    }

    @Test
    void june2022IsFifteenPointTwoTwoPointsAhead() {
        // Given
        pledge(2022, "10000000000.00", "9322000000.00");
        project("7602000000.00", first).historical().reaches("SIGNED", "2022-03-18", "2026-11-20T02:30:00Z");
        project("5000000000.00", first, second).historical().reaches("SIGNED", "2022-06-30", "2026-11-20T02:30:00Z");
        project("1.00", second).historical().reaches("SIGNED", "2022-07-01", "2026-11-20T02:30:00Z");
        // When
        awaitCredit(2022, "2022-06-30", "12602000000.00");
        // Then
        board(2022, "2022-06-30")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("timeProgress.percent", equalTo("50.00"))
                .body("timeProgress.completedMonths", equalTo(6))
                .body("district.targetYuan", equalTo("19322000000.00"))
                .body("district.percent", equalTo("65.22"))
                .body("district.gapPoints", equalTo("+15.22"))
                .body("district.light", equalTo("GREEN"))
                .body("district.historical", equalTo(true))
                .body("reconciled", equalTo(true))
                .body("provisional", equalTo(false))
                .body("teams.code", equalTo(List.of("T01", "T02")))
                .body("teams[0].creditedYuan", equalTo("10102000000.00"))
                .body("teams[1].creditedYuan", equalTo("2500000000.00"))
                .body("teams[0].place", equalTo(1))
                .body("teams[1].place", equalTo(2));
        board(2022, "2022-07-01").then().body("district.creditedYuan", equalTo("12602000001.00"));
    }

    @Test
    void september2023IsSixteenPointEightFourPointsAhead() {
        // Given
        pledge(2023, "11183000000.00", "10000000000.00");
        project("19454000000.00", first, second).historical().reaches("SIGNED", "2023-09-30", "2026-11-20T02:30:00Z");
        // When
        awaitCredit(2023, "2023-09-30", "19454000000.00");
        // Then
        board(2023, "2023-09-30")
                .then()
                .log()
                .ifValidationFails()
                .body("district.targetYuan", equalTo("21183000000.00"))
                .body("district.percent", equalTo("91.84"))
                .body("district.gapPoints", equalTo("+16.84"))
                .body("district.light", equalTo("GREEN"));
        board(2023, "2023-09-29")
                .then()
                .body("district.creditedYuan", equalTo("0.00"))
                .body("timeProgress.percent", equalTo("66.67"));
    }

    private void pledge(int year, String target, String otherTarget) {
        for (ATeam team : List.of(first, second)) {
            boolean isFirst = team.equals(first);
            signedPledge(
                    team,
                    year,
                    isFirst ? "team-captain" : "team-captain-2",
                    year + "-01-20",
                    List.of(
                            line("SIGNED_AMOUNT", "SUM", isFirst ? target : otherTarget, 6000),
                            line("COUNT_100M", "COUNT", "10", 4000)));
        }
    }

    private static void awaitCredit(int year, String asOf, String amount) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> credited(board(year, asOf)).compareTo(new BigDecimal(amount)) == 0);
    }
}
