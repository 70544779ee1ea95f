package org.pengjiang.project.model;

/** Only FORMAL counts as signed. */
public enum AgreementKind {
    LETTER_OF_INTENT,
    FRAMEWORK,
    FORMAL
}
