package org.pengjiang.project.model;

import org.pengjiang.kit.problem.CodeNames;
import org.pengjiang.kit.problem.Language;

/** How far a project has come. Which steps exist is said by the gates ({@link Gates}), not by this order. */
public enum Stage {
    LEAD,
    NEGOTIATING,
    ADMISSION_REVIEW,
    ADMITTED,
    SIGNED,
    REGISTERED,
    CONSTRUCTION,
    COMPLETED,
    IN_PRODUCTION,
    AT_TARGET;

    private final String nameZh = CodeNames.of(this, Language.CHINESE);

    /** The name that a transition copies, so that history reads as it was recorded. */
    public String nameZh() {
        return nameZh;
    }

    /** From here on the project's credit counts, and amounts and shares change only by a ruling. */
    public boolean isSignedOrLater() {
        return compareTo(SIGNED) >= 0;
    }
}
