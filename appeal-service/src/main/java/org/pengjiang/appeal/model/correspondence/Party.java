package org.pengjiang.appeal.model.correspondence;

/** Who speaks. */
public enum Party {
    ENTERPRISE,
    OFFICE
}
