package org.pengjiang.appeal.model.screening;

/** Why an appeal is handled as something else from now on. */
public enum ClassChangeCause {
    /** Somebody of the centre or the supervision has said so. */
    DECIDED,
    /** The centre has refused that it is an emergency. */
    EMERGENCY_REFUSED
}
