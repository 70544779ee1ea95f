package org.pengjiang.kit.log.access;

import java.util.List;

/** The rule of a service in which nobody is involved in anything. */
public final class AccessOfStaff {
    private AccessOfStaff() {}

    public static LogAccess withoutInvolvement() {
        return new LogAccess(List.of(), List.of());
    }
}
