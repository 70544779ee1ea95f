package org.pengjiang.project.model;

/** What a team did for a project. */
public enum ShareRole {
    ORIGINATOR,
    HOST,
    ASSIST,
    PROJECT_CLASS
}
