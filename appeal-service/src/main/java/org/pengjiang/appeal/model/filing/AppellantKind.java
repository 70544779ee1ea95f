package org.pengjiang.appeal.model.filing;

/** What kind of appellant it is; all but the first may have no credit code. */
public enum AppellantKind {
    /** Registered here, with a credit code. */
    ENTERPRISE,
    /** Registered abroad. */
    FOREIGN_ENTERPRISE,
    /** 个体工商户. */
    SOLE_TRADER,
    /** 商会、行业协会. */
    ASSOCIATION,
    /** Still negotiating: nothing is registered yet. */
    NOT_YET_REGISTERED
}
