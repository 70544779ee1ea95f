package org.pengjiang.team.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which account led a team when, both days included: rights by date use it. */
public record CaptainPeriod(
        String account, LocalDate from, @Nullable LocalDate to) {}
