package org.pengjiang.appeal.model;

/** What named the handler. */
public enum NamedBy {
    SPECIAL_CLASS,
    DIRECTORY,
    DISPATCHER
}
