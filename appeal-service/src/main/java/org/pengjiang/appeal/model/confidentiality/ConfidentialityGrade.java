package org.pengjiang.appeal.model.confidentiality;

import org.pengjiang.appeal.model.policy.Nature;

/** Who learns whose appeal it is. */
public enum ConfidentialityGrade {
    OPEN,
    /** Whose appeal it is, only the centre and call-back learn; what happens to it, only those involved and supervision. */
    CONFIDENTIAL;

    /** Where the filing says nothing. */
    public static ConfidentialityGrade byDefault(Nature nature, boolean isAboutUnit) {
        return isAboutUnit && (nature == Nature.COMPLAINT || nature == Nature.REPORT) ? CONFIDENTIAL : OPEN;
    }
}
