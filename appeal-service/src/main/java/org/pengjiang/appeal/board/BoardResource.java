package org.pengjiang.appeal.board;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;

/** The board of supervision. */
@Path("/v1/supervision-board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Supervision")
class BoardResource {
    private static final int MINUTES = 60;

    private final BoardQueries board;
    private final BoardFigures figures;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final CurrentCaller caller;
    private final Responses responses;

    BoardResource(
            BoardQueries board,
            BoardFigures figures,
            WorkCalendar calendar,
            Clock clock,
            CurrentCaller caller,
            Responses responses) {
        this.board = board;
        this.figures = figures;
        this.calendar = calendar;
        this.clock = clock;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("supervision-board:read")
    @Operation(
            operationId = "getSupervisionBoard",
            summary = "What is overdue and due soon in my division, by unit, rung and level, and open orders (督办看板)",
            description = "Of open appeals. An appeal that is overdue counts once, whatever else of it is due.")
    public BoardSummary summary(@BeanParam @Valid DueSoonFilter soon) {
        Instant now = Instant.now(clock);
        return figures.of(caller.get(), now, soonUntil(now, soon));
    }

    @GET
    @Path("/overdue")
    @PermissionsAllowed("supervision-board:read")
    @Operation(operationId = "listOverdueAppeals", summary = "Open appeals that are overdue, longest first (超期未办诉求)")
    @APIResponseSchema(BoardAppealPage.class)
    public Response overdue(@BeanParam @Valid BoardFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(board.dueBy(caller.get(), Instant.now(clock), null, filter, page));
    }

    @GET
    @Path("/due-soon")
    @PermissionsAllowed("supervision-board:read")
    @Operation(
            operationId = "listAppealsDueSoon",
            summary =
                    "Open appeals of which something is due within the next working hours, and nothing is overdue (即将到期诉求)")
    @APIResponseSchema(BoardAppealPage.class)
    public Response dueSoon(
            @BeanParam @Valid DueSoonFilter soon,
            @BeanParam @Valid BoardFilter filter,
            @BeanParam @Valid PageRequest page) {
        Instant now = Instant.now(clock);
        return responses.page(board.dueBy(caller.get(), soonUntil(now, soon), now, filter, page));
    }

    @GET
    @Path("/orders")
    @PermissionsAllowed("supervision-board:read")
    @Operation(
            operationId = "listOpenOrders",
            summary = "Orders of supervision that are not cleared, oldest first (未销号督办单)")
    @APIResponseSchema(OpenOrderPage.class)
    public Response orders(@BeanParam @Valid BoardFilter filter, @BeanParam @Valid PageRequest page) {
        return responses.page(board.orders(caller.get(), filter, page));
    }

    private Instant soonUntil(Instant now, DueSoonFilter soon) {
        Caller me = caller.get();
        CalendarVersion of = me.scope().root().map(calendar::of).orElseGet(calendar::current);
        return of.deadline(now, Target.workingMinutes((long) soon.withinHours() * MINUTES), List.of())
                .dueAt();
    }
}
