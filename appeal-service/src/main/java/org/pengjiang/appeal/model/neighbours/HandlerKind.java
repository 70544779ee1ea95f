package org.pengjiang.appeal.model.neighbours;

/** Who handles an appeal. */
public enum HandlerKind {
    UNIT,
    /** The special class of the project; its lead unit answers for it. */
    SPECIAL_CLASS
}
