package org.pengjiang.appeal.model.filing;

/** Where an appeal came in. */
public enum AppealSource {
    /** The enterprise itself. */
    APP,
    /** Entered for the enterprise at a window, on the telephone, after a letter. */
    OFFICE,
    /** A partner platform, such as the city's hotline. */
    PARTNER,
    /** 未诉先办: found on a visit, before the enterprise had to ask. */
    PROACTIVE
}
