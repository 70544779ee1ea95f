package org.pengjiang.kit.table;

import org.jspecify.annotations.Nullable;

/**
 * One cell as it was found.
 *
 * @param day that a number of a spreadsheet would be in a column of dates
 * @param isShownAsDate whether the spreadsheet shows its number as a date or a time
 */
record Cell(String text, @Nullable String day, boolean isShownAsDate) {
    static final Cell EMPTY = new Cell("", null, false);

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, null, false);
    }
}
