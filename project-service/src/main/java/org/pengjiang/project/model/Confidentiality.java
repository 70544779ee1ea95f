package org.pengjiang.project.model;

/** Who may learn of a project. State secrets have no level here: they are refused. */
public enum Confidentiality {
    PUBLIC,
    INTERNAL,
    RESTRICTED
}
