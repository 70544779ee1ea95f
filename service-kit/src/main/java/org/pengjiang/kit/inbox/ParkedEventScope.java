package org.pengjiang.kit.inbox;

import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.RolePermissions;

/**
 * Which parked events a caller may see: those of the own division. Whoever runs the platform sees all of them, and alone sees
 * those that name no division, because they may be of any district.
 *
 * @param isOfAll whatever the division
 * @param root the division otherwise
 */
record ParkedEventScope(boolean isOfAll, String root) {
    /** Over {@code parked_event}; takes {@link #isOfAll} and {@link #root}. */
    static final String CONDITION = "(?::boolean OR starts_with(division, ?))";

    private static final String READ_ALL = "parked-event:read-all";
    private static final RolePermissions PERMISSIONS = RolePermissions.load();

    static ParkedEventScope of(Caller caller) {
        return new ParkedEventScope(
                PERMISSIONS.isGranted(caller.roles(), READ_ALL), caller.scope().value());
    }

    boolean covers(DivisionCode division) {
        return isOfAll || division.value().startsWith(root);
    }
}
