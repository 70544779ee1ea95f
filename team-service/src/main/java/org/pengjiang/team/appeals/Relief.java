package org.pengjiang.team.appeals;

import java.util.List;
import java.util.stream.Stream;

/**
 * A unit should not have had an appeal: broken promises that were counted for it are the centre's.
 *
 * @param clocks that it was late with
 */
record Relief(int round, String unit, List<String> clocks) {
    Relief {
        clocks = List.copyOf(clocks);
    }

    /** The figures that were too many. */
    List<Figure> figures() {
        return clocks.stream().flatMap(Relief::figures).toList();
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
