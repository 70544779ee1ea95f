package org.pengjiang.appeal.model.policy;

import java.util.EnumSet;
import java.util.Set;

/** How fast an appeal has to be handled; what that means in minutes and days stands in the {@link TimePolicy}. */
public enum TimeClass {
    /** 突发: day and night. */
    P0,
    /** 紧急: day and night. */
    P1,
    /** 咨询. */
    P2,
    /** 一般. */
    P3,
    /** 复杂. */
    P4,
    /** 法定: a statute says how long. */
    S;

    /** Urgency goes before everything; a question is answered as one, unless its category is a statutory or complex one. */
    public static TimeClass of(Urgency urgency, Nature nature, TimeClass ofCategory) {
        return switch (urgency) {
            case EMERGENCY -> P0;
            case URGENT -> P1;
            case ORDINARY -> nature == Nature.CONSULTATION && ofCategory == P3 ? P2 : ofCategory;
        };
    }

    /** Of an appeal whose category is of this class. */
    public Set<TimeClass> mayBecome() {
        Set<TimeClass> classes = EnumSet.noneOf(TimeClass.class);
        for (Urgency urgency : Urgency.values()) {
            for (Nature nature : Nature.values()) {
                classes.add(of(urgency, nature, this));
            }
        }
        return classes;
    }
}
