package org.pengjiang.team.appeals;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was counted for a unit and does not count for it any more.
 *
 * @param figures that were too many
 */
record Relief(int round, String unit, List<Figure> figures) {
    private static final List<Figure> OF_RATING =
            List.of(Figure.RATED_SOLVED, Figure.RATED_PARTLY, Figure.RATED_NOT, Figure.STARS_SUM, Figure.STARS_COUNT);

    Relief {
        figures = List.copyOf(figures);
    }

    /** The unit should not have had the appeal: the promises that it was late with are the centre's. */
    static Relief ofClocks(int round, String unit, List<String> clocks) {
        return new Relief(round, unit, clocks.stream().flatMap(Relief::figures).toList());
    }

    /** The rating was misjudged. */
    static Relief ofRating(int round, String unit) {
        return new Relief(round, unit, OF_RATING);
    }

    private static Stream<Figure> figures(String clock) {
        return switch (clock) {
            case "CONTACT" -> Stream.of(Figure.BREACHED_CONTACT, Figure.CONTACTED_LATE);
            case "RESOLVE" -> Stream.of(Figure.BREACHED_RESOLVE, Figure.REPLIED_LATE);
            case "LIMIT" -> Stream.of(Figure.BREACHED_LIMIT);
            default -> throw new IllegalArgumentException("no promise " + clock);
        };
    }
}
