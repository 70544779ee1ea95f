package org.pengjiang.kit.table;

import org.jspecify.annotations.Nullable;

/**
 * One cell as it was found.
 *
 * @param day that a number of a spreadsheet would be in a column of dates
 */
record Cell(String text, @Nullable String day) {
    static final Cell EMPTY = new Cell("", null);

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, null);
    }
}
