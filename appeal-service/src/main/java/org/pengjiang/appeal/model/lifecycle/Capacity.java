package org.pengjiang.appeal.model.lifecycle;

/** As whom somebody acts on one appeal. Which roles may call at all stands on the resource methods. */
public enum Capacity {
    /** The enterprise whose appeal it is. */
    ENTERPRISE,
    /** The centre that accepts and dispatches. */
    CENTRE,
    /** A clerk or head of the accountable unit, or an account of the special class. */
    HANDLER,
    /** The head of the accountable unit, or head or leader of the special class. */
    HEAD,
    /** Asks the enterprise afterwards; never of the unit that handled it. */
    CALLBACK,
    SUPERVISOR,
    LEADER,
    SYSTEM
}
