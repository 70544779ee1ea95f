package org.pengjiang.kit.search;

/**
 * A list that is searched, newest first by {@code id}. A bean of this type lets the keys of its texts be made.
 *
 * @param name stands in {@code search_text.list}, and as argument of the table's trigger
 * @param alias of the table in the conditions of its queries
 * @param text the column of what is found by
 * @param number the letter that full numbers such as {@code A-440703-2026-0001} begin with, in a unique column {@code no}; none: blank
 */
public record SearchedList(String name, String table, String alias, String text, String number) {
    String column(String column) {
        return alias + "." + column;
    }

    String from() {
        return table + " " + alias;
    }
}
