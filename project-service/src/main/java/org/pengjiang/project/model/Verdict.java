package org.pengjiang.project.model;

/** What a department says about an admission. */
public enum Verdict {
    AGREE,
    AGREE_IF,
    OBJECT
}
