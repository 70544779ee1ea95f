package org.pengjiang.team.organisation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last day of something, that day included. */
@Schema(name = "LastDay")
record LastDayRequest(@NotNull LocalDate lastDay) {}
