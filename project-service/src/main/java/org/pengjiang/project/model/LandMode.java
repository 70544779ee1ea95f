package org.pengjiang.project.model;

/** How a project gets its ground. */
public enum LandMode {
    PURCHASE,
    LEASE_LAND,
    LEASE_PLANT,
    EXISTING_SITE;

    /** Figures per mu mean nothing where a plant is only leased. */
    boolean hasOwnLand() {
        return this != LEASE_PLANT;
    }
}
