package org.pengjiang.project.model;

/** Grounds that refuse admission whatever the figures are. */
public enum Veto {
    FORBIDDEN_INDUSTRY,
    ENVIRONMENT,
    SAFETY,
    ENERGY,
    BAD_CREDIT,
    SECRET
}
