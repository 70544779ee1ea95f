package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.localstack.demo.ProjectJourney;

/** Two teams win one project: it is signed in project-service and stands on both their boards. */
@Order(7)
@ExtendWith(StartsSuite.class)
@ResourceLock(SuiteRun.PROCESSORS)
class SharedProjectJourney {

    private final SuiteRun suite;
    private final SuiteClient team;

    SharedProjectJourney(SuiteRun suite) {
        this.suite = suite;
        this.team = suite.team().as("promotion-office");
    }

    @Test
    void bothBoardsMoveWithinASecondAndTheTeamsAddUpToTheDistrict() {
        // Given
        Board before = Board.read(team, suite.today());
        ProjectJourney project = new ProjectJourney(
                        suite.project(),
                        "两队合作项目（虚构）" + System.nanoTime(),
                        suite.today().toString(),
                        "100000000.01")
                .registered("NEW_ELECTRONICS", "C3911")
                .shared(Map.of(before.teamId("T01"), 5000, before.teamId("T02"), 5000))
                .negotiating()
                .underReview()
                .admitted()
                .readyToSign();
        Answer request = project.askedForSignature();

        // When
        project.confirmed(request, "promotion-office");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertEquals(
                        before.district().add(new BigDecimal("100000000.01")),
                        Board.read(team, suite.today()).district()));
        Board after = Board.read(team, suite.today());
        assertEquals(new BigDecimal("50000000.01"), after.of("T01").subtract(before.of("T01")));
        assertEquals(new BigDecimal("50000000.00"), after.of("T02").subtract(before.of("T02")));
        assertEquals(after.district(), after.sumOfTeams());
        assertTrue(after.reconciled());
    }
}
