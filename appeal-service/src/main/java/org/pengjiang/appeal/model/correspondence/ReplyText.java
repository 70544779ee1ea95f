package org.pengjiang.appeal.model.correspondence;

import org.jspecify.annotations.Nullable;

/**
 * What the enterprise is to be told.
 *
 * @param legalBasis and {@code recourse}: on what a negative answer rests, and where one can turn against it
 */
public record ReplyText(
        ReplyResult result,
        String publicText,
        @Nullable String legalBasis,
        @Nullable String recourse) {
    public boolean needsGrounds() {
        return result == ReplyResult.NOT;
    }

    public boolean hasGrounds() {
        return legalBasis != null && !legalBasis.isBlank() && recourse != null && !recourse.isBlank();
    }
}
