package org.pengjiang.identifiers;

/** The five levels of the code hierarchy, from wide to narrow, with the number of digits up to and including each. */
public enum DivisionLevel {
    PROVINCE(2),
    CITY(4),
    DISTRICT(6),
    TOWN(9),
    VILLAGE(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
