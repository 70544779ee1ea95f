package org.pengjiang.project.model;

/** Where a lead came from. */
public enum LeadSource {
    SELF,
    REFERRAL,
    PARTNER,
    FAIR,
    CITY_ASSIGNED,
    REINVEST,
    OTHER
}
