package org.pengjiang.project.model;

/** How far a project has come. Which steps exist is said by the gates ({@link Gates}), not by this order. */
public enum Stage {
    LEAD("线索"),
    NEGOTIATING("在谈"),
    ADMISSION_REVIEW("准入评审"),
    ADMITTED("准入"),
    SIGNED("签约"),
    REGISTERED("落地"),
    CONSTRUCTION("动工"),
    COMPLETED("竣工"),
    IN_PRODUCTION("投产"),
    AT_TARGET("达产");

    private final String nameZh;

    Stage(String nameZh) {
        this.nameZh = nameZh;
    }

    /** The name that a transition copies, so that history reads as it was recorded. */
    public String nameZh() {
        return nameZh;
    }

    /** From here on the project's credit counts, and amounts and shares change only by a ruling. */
    public boolean isSignedOrLater() {
        return compareTo(SIGNED) >= 0;
    }
}
