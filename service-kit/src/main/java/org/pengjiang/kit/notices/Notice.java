package org.pengjiang.kit.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * What is told to somebody. It is made of numbers and codes: no name, no phone, no text that somebody wrote.
 *
 * @param cause the task or the event of the log that it speaks of
 * @param occasion on which it is sent: of one cause, occasion and recipient there is one notice, however often it is queued
 * @param task absent for an event; the notice is skipped once this task has ended
 * @param reason one of the constants below
 * @param kind a key of the service's {@code tasks.properties}
 * @param link path of the subject on this service
 * @param urgent goes out at once; others are held to the next working interval
 */
public record Notice(
        UUID cause,
        String occasion,
        @Nullable UUID task,
        DivisionCode division,
        String subjectType,
        UUID subject,
        String reason,
        String kind,
        List<String> arguments,
        String link,
        @Nullable Instant dueAt,
        boolean provisional,
        boolean urgent) {

    /** A task has opened. */
    public static final String ASSIGNED = "ASSIGNED";

    /** A task is open still. */
    public static final String REMINDED = "REMINDED";

    /** Something happened that the recipient should know. */
    public static final String HAPPENED = "HAPPENED";
}
