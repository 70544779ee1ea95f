package org.pengjiang.appeal.model.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to call an enterprise back.
 *
 * @param recording where the record of the call is found
 * @param answer where it was reached
 */
public record CallNote(
        CallOutcome outcome,
        @Nullable String recording,
        @Nullable String note,
        @Nullable CallbackAnswer answer) {}
