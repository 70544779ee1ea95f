package org.pengjiang.kit.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a table looks like.
 *
 * @param mostRows below the headings
 */
public record TableFormat(List<Column<?>> columns, int mostRows) {
    /** @throws IllegalArgumentException when two columns share a heading */
    public TableFormat {
        columns = List.copyOf(columns);
        Set<String> headings = new HashSet<>();
        for (Column<?> column : columns) {
            for (String heading : column.headings().keySet()) {
                if (!headings.add(heading)) {
                    throw new IllegalArgumentException("two columns have the heading " + heading);
                }
            }
        }
    }
}
