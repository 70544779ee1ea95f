package org.pengjiang.calendar;

import java.time.Instant;

/**
 * When something is due. Done exactly at {@code dueAt} is in time.
 *
 * @param dueAt a whole second
 * @param provisional true when a day it depends on has no published list yet, so that the notice may still move it
 * @param calendarVersion id of the version it was computed with
 */
public record Deadline(Instant dueAt, boolean provisional, String calendarVersion) {}
