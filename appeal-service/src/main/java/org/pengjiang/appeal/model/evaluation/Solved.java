package org.pengjiang.appeal.model.evaluation;

/** What the enterprise says about the matter itself, apart from how satisfied it is. */
public enum Solved {
    SOLVED,
    PARTLY,
    NOT
}
