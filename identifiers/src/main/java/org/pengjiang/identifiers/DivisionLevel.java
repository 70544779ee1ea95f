package org.pengjiang.identifiers;

/** The five levels of the code hierarchy, from wide to narrow; each has its own group of digits. */
public enum DivisionLevel {
    PROVINCE(0, 2),
    CITY(2, 4),
    DISTRICT(4, 6),
    TOWN(6, 9),
    VILLAGE(9, 12);

    private final int start;
    private final int digits;

    DivisionLevel(int start, int digits) {
        this.start = start;
        this.digits = digits;
    }

    /** The number of digits of a code of this level. */
    public int digits() {
        return digits;
    }

    /** Where the digits of this level begin: the number of digits of the level above. */
    int start() {
        return start;
    }
}
