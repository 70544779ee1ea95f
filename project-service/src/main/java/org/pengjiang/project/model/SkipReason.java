package org.pengjiang.project.model;

/** Why ADMISSION_REVIEW may be passed over. */
public enum SkipReason {
    LEASED_PLANT_BELOW_LIMIT,
    EXPANSION_ON_OWN_LAND
}
