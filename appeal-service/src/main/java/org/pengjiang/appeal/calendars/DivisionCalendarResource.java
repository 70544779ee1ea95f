package org.pengjiang.appeal.calendars;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.problem.CalendarProblem;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.PublicationProposalView;
import org.pengjiang.appeal.model.publication.PublicationProposals;
import org.pengjiang.appeal.model.publication.PublicationViews;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What a division adds to the working calendar. */
@Path("/v1/calendars/divisions/{division}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
public class DivisionCalendarResource {
    private final ProposeCalendar propose;
    private final PublicationViews proposals;
    private final DivisionCalendars calendars;
    private final Publications publications;
    private final WorkCalendar workCalendar;
    private final CurrentCaller caller;
    private final Responses responses;

    DivisionCalendarResource(
            ProposeCalendar propose,
            PublicationViews proposals,
            DivisionCalendars calendars,
            Publications publications,
            WorkCalendar workCalendar,
            CurrentCaller caller,
            Responses responses) {
        this.propose = propose;
        this.proposals = proposals;
        this.calendars = calendars;
        this.publications = publications;
        this.workCalendar = workCalendar;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("calendar:read")
    @Operation(
            operationId = "getDivisionCalendar",
            summary = "What a division itself adds to the working calendar (本级日历)",
            description =
                    "Of the own division, one above or one below. Before the first publication it is empty and its "
                            + "revision is 0.")
    @APIResponseSchema(DivisionCalendarView.class)
    public Response get(@PathParam("division") String division) {
        DivisionCode asked = related(division);
        return answer(asked, workCalendar.of(asked));
    }

    @GET
    @Path("/publications")
    @PermissionsAllowed("calendar:read")
    @Operation(
            operationId = "listCalendarPublications",
            summary = "What a division has published, newest first: who, when and on what ground (日历发布记录)")
    @APIResponseSchema(PublicationPage.class)
    public Response list(@PathParam("division") String division, @BeanParam @Valid PageRequest page) {
        return responses.page(publications.list(related(division), page));
    }

    @POST
    @Path("/publications")
    @Command
    @PermissionsAllowed("calendar:publish")
    @Operation(
            operationId = "publishCalendar",
            summary = "Proposes national years, local days or office hours of the own division to be published (发布日历)",
            description =
                    "Nothing holds until a second person has confirmed the proposal: then it does at once, there and below,"
                            + " in every service. Open clocks are computed anew and never get an earlier due, except that days"
                            + " which are taken back, with the confirmation, within 24 hours of their publication give back what has not fallen due."
                            + " If-Match carries the revision that was read.")
    @APIResponse(
            responseCode = "202",
            description = "Proposed 已提出",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationProposalView.class)))
    public Response publish(@PathParam("division") String division, @Valid @NotNull NewPublication publication) {
        PublicationProposal proposal = propose.propose(own(division), publication, caller.get());
        Response created = responses.created(PublicationProposals.PATH, proposal, proposals::view);
        return Response.fromResponse(created).status(Response.Status.ACCEPTED).build();
    }

    @POST
    @Path("/publications/preview")
    @PermissionsAllowed("calendar:publish")
    @Operation(
            operationId = "previewCalendarPublication",
            summary = "What a publication would change, without keeping anything (发布试算)")
    public CalendarRevisionView preview(
            @PathParam("division") String division, @Valid @NotNull NewPublication publication) {
        return propose.preview(own(division), publication);
    }

    private Response answer(DivisionCode division, CalendarVersion resulting) {
        Optional<DivisionCalendar> calendar = calendars.of(division);
        boolean mayPublish =
                caller.get().hasRole(Roles.ADMIN) && caller.get().division().equals(Optional.of(division));
        return responses.ok(
                calendar.map(DivisionCalendar::revision).orElse(0L),
                DivisionCalendarView.of(division, calendar, resulting, mayPublish ? List.of("publish") : List.of()));
    }

    private DivisionCode related(String division) {
        DivisionCode asked = parse(division);
        boolean related = caller.get()
                .division()
                .filter(own -> own.contains(asked) || asked.contains(own))
                .isPresent();
        if (!related) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return asked;
    }

    private DivisionCode own(String division) {
        DivisionCode asked = related(division);
        if (!caller.get().division().equals(Optional.of(asked))) {
            throw new DomainException(CalendarProblem.CALENDAR_NOT_OWN, asked);
        }
        return asked;
    }

    private static DivisionCode parse(String division) {
        try {
            return DivisionCode.parse(division);
        } catch (InvalidIdentifier noCode) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
    }
}
