package org.pengjiang.team.appeals;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit has to show for some months. What each figure means, and by which moment it counts, stands beside it. */
@Schema(name = "UnitAppealCounters")
record Counters(
        @Schema(description = "dispatched to the unit 受理") long received,
        @Schema(description = "signed for 签收") Timed signed,
        @Schema(description = "first verified contact 首次联系") Timed contacted,
        @Schema(description = "answered 答复") Timed replied,

        @Schema(description = "dues of the enterprise that passed unanswered 逾期")
        Breached breached,

        @Schema(description = "closed 办结") long closed,

        @Schema(description = "the enterprise's own answers 评价")
        Rated rated) {

    /** At or before the due, and after it. */
    @Schema(name = "UnitAppealTimed")
    record Timed(long inTime, long late) {}

    /** By clock. */
    @Schema(name = "UnitAppealBreached")
    record Breached(long contact, long resolve, long limit) {}

    /** Solved and satisfied are asked apart; silence is no answer. */
    @Schema(name = "UnitAppealRated")
    record Rated(long solved, long partly, long notSolved, long starsSum, long starsCount, long byDefault) {}

    static Counters of(Map<Figure, Long> figures) {
        return new Counters(
                get(figures, Figure.RECEIVED),
                new Timed(get(figures, Figure.SIGNED_IN_TIME), get(figures, Figure.SIGNED_LATE)),
                new Timed(get(figures, Figure.CONTACTED_IN_TIME), get(figures, Figure.CONTACTED_LATE)),
                new Timed(get(figures, Figure.REPLIED_IN_TIME), get(figures, Figure.REPLIED_LATE)),
                new Breached(
                        get(figures, Figure.BREACHED_CONTACT),
                        get(figures, Figure.BREACHED_RESOLVE),
                        get(figures, Figure.BREACHED_LIMIT)),
                get(figures, Figure.CLOSED),
                new Rated(
                        get(figures, Figure.RATED_SOLVED),
                        get(figures, Figure.RATED_PARTLY),
                        get(figures, Figure.RATED_NOT),
                        get(figures, Figure.STARS_SUM),
                        get(figures, Figure.STARS_COUNT),
                        get(figures, Figure.RATED_BY_DEFAULT)));
    }

    private static long get(Map<Figure, Long> figures, Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }
}
