package org.pengjiang.project.model;

/** What is known of an investor's standing. */
public enum InvestorTag {
    FORTUNE500,
    CHINA500,
    PRIVATE500,
    LISTED,
    SRDI,
    STATE
}
