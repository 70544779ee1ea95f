package org.pengjiang.project.model;

/** How a stage was entered. */
public enum Channel {
    API,
    IMPORT,
    CORRECTION
}
