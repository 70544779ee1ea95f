package org.pengjiang.appeal.dispatching;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Giving an appeal to its handler, and who has had it. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class DispatchResource {
    private final DispatchAppeal dispatch;
    private final RedirectAppeal redirect;
    private final Appeals appeals;
    private final Assignments assignments;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    DispatchResource(
            DispatchAppeal dispatch,
            RedirectAppeal redirect,
            Appeals appeals,
            Assignments assignments,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.dispatch = dispatch;
        this.redirect = redirect;
        this.appeals = appeals;
        this.assignments = assignments;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/dispatch")
    @Command
    @PermissionsAllowed("appeal:dispatch")
    @Operation(operationId = "dispatchAppeal", summary = "Give an appeal to a unit or the special class (分派)")
    @APIResponseSchema(AppealView.class)
    public Response dispatch(@PathParam("id") UUID id, @NotNull @Valid DispatchOrder order) {
        return responses.ok(dispatch.dispatch(id, order, caller.get()), views::view);
    }

    @POST
    @Path("/redirect")
    @Command
    @PermissionsAllowed("appeal:dispatch")
    @Operation(
            operationId = "redirectAppeal",
            summary = "Give an appeal to another one before anybody has signed for it (改派)",
            description =
                    "The centre's own mistake: no return and no transfer. What falls due meanwhile is the centre's, and the"
                            + " next handler has clocks of its own.")
    @APIResponseSchema(AppealView.class)
    public Response redirect(@PathParam("id") UUID id, @NotNull @Valid Redirection said) {
        return responses.ok(redirect.redirect(id, said, caller.get()), views::view);
    }

    @GET
    @Path("/assignments")
    @PermissionsAllowed("appeal:read-attempts")
    @Operation(
            operationId = "listAssignments",
            summary = "Who has handled an appeal, from when to when, the newest last (承办记录)")
    @APIResponseSchema(AssignmentView[].class)
    public Response assignments(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.OFFICE_CLOCKS);
        return responses.ok(
                appeal,
                found -> assignments.of(found).stream()
                        .map(turn -> AssignmentView.of(turn, reader))
                        .toList());
    }
}
