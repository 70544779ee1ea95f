package org.pengjiang.appeal.model.lifecycle;

/** As whom somebody acts on one appeal. Which roles may call at all stands on the resource methods. */
public enum Capacity {
    /** The enterprise whose appeal it is. */
    ENTERPRISE,
    /** The platform that filed it for an enterprise. */
    PARTNER,
    /** The centre that accepts and dispatches. */
    CENTRE,
    /** A clerk or head of the accountable unit, or an account of the special class. */
    HANDLER,
    /** Of a unit that was asked to help. */
    CO_HANDLER,
    /** The head of such a unit. */
    CO_HEAD,
    /** The head of the accountable unit, or head or leader of the special class. */
    HEAD,
    /** Asks the enterprise afterwards; never of the unit that handled it. */
    CALLBACK,
    SUPERVISOR,
    LEADER,
    SYSTEM
}
