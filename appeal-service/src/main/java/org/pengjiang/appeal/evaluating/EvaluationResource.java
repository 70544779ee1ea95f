package org.pengjiang.appeal.evaluating;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Rating and closing. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluation")
class EvaluationResource {
    private final RateAppeal rate;
    private final CloseAppeal close;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    EvaluationResource(
            RateAppeal rate, CloseAppeal close, AppealViews views, CurrentCaller caller, Responses responses) {
        this.rate = rate;
        this.close = close;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/rating")
    @Command
    @PermissionsAllowed("appeal:rate")
    @Operation(
            operationId = "rateAppeal",
            summary = "Say whether it is solved, and how satisfied one is (评价)",
            description =
                    "Solved or partly solved with three stars or more closes the appeal. Otherwise it goes back into a "
                            + "new round, one level up, at most twice; after that it stays open for a decision.")
    @APIResponseSchema(AppealView.class)
    public Response rate(@PathParam("id") UUID id, @NotNull @Valid NewRating said) {
        return responses.ok(rate.rate(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/close")
    @Command
    @PermissionsAllowed("appeal:close")
    @Operation(operationId = "closeAppeal", summary = "Close one's answered appeal without a rating (办结)")
    @APIResponseSchema(AppealView.class)
    public Response close(@PathParam("id") UUID id) {
        return responses.ok(close.close(id, caller.get()), views::view);
    }
}
