package org.pengjiang.appeal.model.planning;

import org.jspecify.annotations.Nullable;

/**
 * How the enterprise was asked for its consent.
 *
 * @param note what it has said, or how it was tried; due unless it has consented
 */
public record ConsentAsked(Consent consent, @Nullable String note) {
    public boolean isNoteMissing() {
        return consent != Consent.CONSENTED && note == null;
    }
}
