package org.pengjiang.appeal.model;

/** Who speaks. */
public enum Party {
    ENTERPRISE,
    OFFICE
}
