package org.pengjiang.appeal.model.directory;

/** What named the handler. */
public enum DispatchBasis {
    SPECIAL_CLASS,
    DIRECTORY,
    DISPATCHER
}
