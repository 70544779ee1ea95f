package org.pengjiang.kit.calendar;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
public class CalendarResource {
    private final WorkCalendar calendar;
    private final CurrentCaller caller;

    CalendarResource(WorkCalendar calendar, CurrentCaller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Path("/{year}")
    @Authenticated
    @Operation(
            operationId = "getCalendarYear",
            summary = "A year of the working calendar that holds in the caller's division 工作日历",
            description = "Days off and make-up working days (调休上班日) as the State Council's notice gives them, with "
                    + "its source, and the days the division itself has suspended or shortened. A year without a notice "
                    + "is provisional.")
    public CalendarYearView year(@PathParam("year") int year) {
        CalendarVersion version = caller.get().division().map(calendar::of).orElseGet(calendar::current);
        LocalDate from = version.coverage().horizonFrom();
        LocalDate to = version.coverage().horizonTo();
        if (year < from.getYear() || year > to.getYear()) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return CalendarYearView.of(version, year);
    }
}
