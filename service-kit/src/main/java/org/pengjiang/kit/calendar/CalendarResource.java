package org.pengjiang.kit.calendar;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

@Path("/v1/calendars")
@Tag(name = "Calendar")
public class CalendarResource {
    private final WorkCalendar calendar;

    CalendarResource(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @GET
    @Path("/{year}")
    @Authenticated
    @Operation(
            operationId = "getCalendarYear",
            summary = "A year of the working calendar that this service computes with",
            description = "Days off and make-up working days (调休上班日) as the State Council's notice gives them, with "
                    + "its source. A year without a notice is provisional.")
    public CalendarYearView year(@PathParam("year") int year) {
        CalendarVersion version = calendar.current();
        LocalDate from = version.coverage().horizonFrom();
        LocalDate to = version.coverage().horizonTo();
        if (year < from.getYear() || year > to.getYear()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return CalendarYearView.of(version, year);
    }
}
