package org.pengjiang.appeal.model.policy;

/** How pressing the appellant says it is. */
public enum Urgency {
    ORDINARY,
    /** Water, power, gas or network is cut, a shipment or the payroll is blocked: P1. */
    URGENT,
    /** Life, property or the whole production is in danger: P0. */
    EMERGENCY
}
