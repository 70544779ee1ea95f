package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.merging.FollowerRating;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** Whoever follows another appeal rates its answer once, however often they have followed it. */
class RatingMastersTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void aMasterThatIsFollowedAgainIsNotRatedAgain() {
        // Given
        ALife life = new ALife(MONDAY, TimeClass.P3).contacted();
        Appeal first = new ALife(MONDAY, TimeClass.P3).replied().appeal;
        Appeal second = new ALife(MONDAY, TimeClass.P3).replied().appeal;
        follow(life, first);
        rate(life, first);
        part(life);
        follow(life, second);
        rate(life, second);
        part(life);

        // When
        follow(life, first);
        DomainException refused = assertThrows(DomainException.class, () -> rate(life, first));

        // Then
        assertEquals(AppealProblem.MASTER_RATED_ALREADY, refused.code());
    }

    private static void follow(ALife life, Appeal master) {
        life.mergings.merge(life.appeal, master, "/masterId", "虚构", "dispatcher", life.now());
    }

    private static void part(ALife life) {
        life.mergings.separate(life.appeal, "虚构", "dispatcher", life.now());
    }

    private static void rate(ALife life, Appeal master) {
        life.mergings.rate(
                life.appeal, master, new FollowerRating.Said(Solved.SOLVED, 5, null, "enterprise"), life.now());
    }
}
