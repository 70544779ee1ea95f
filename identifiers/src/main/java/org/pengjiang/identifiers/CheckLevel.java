package org.pengjiang.identifiers;

/** How much of a value was really checked. A weaker level is stored with the value, never silently forgotten. */
public enum CheckLevel {
    /** Only the shape: neither a check digit nor a register stood behind it. */
    FORMAT,
    /** The shape and every check digit. */
    CHECK_DIGIT,
    /** The value stands in the loaded register. */
    REGISTER
}
