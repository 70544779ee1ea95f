package org.pengjiang.kit.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What a discarded event leaves open in a consumer that accumulates.
 *
 * @param isOne false for a consumer that keeps only the newest state, and where the event is no event of a subject
 * @param sequence which one of the subject's events is missing; absent when the event could not say
 */
record Gap(boolean isOne, @Nullable Long sequence) {
    static final Gap NONE = new Gap(false, null);
}
