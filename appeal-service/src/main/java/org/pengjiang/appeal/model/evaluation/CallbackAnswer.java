package org.pengjiang.appeal.model.evaluation;

import org.jspecify.annotations.Nullable;

/** What an enterprise says in a call-back. */
public record CallbackAnswer(
        Solved solved, int stars, @Nullable String reasons) {
    /** As a rating that does not close. */
    public boolean isBad() {
        return solved == Solved.NOT || stars < Rating.CONTENT_FROM;
    }
}
