package org.pengjiang.appeal.cooperating;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Co-tasks of other units. */
@Path("/v1/appeals/{id}/cotasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cooperation")
class CotaskResource {
    private final AddCotask add;
    private final ObjectToCotask object;
    private final RuleCotask rule;
    private final FinishCotask finish;
    private final WaiveCotask waive;
    private final Appeals appeals;
    private final CotaskViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    CotaskResource(
            AddCotask add,
            ObjectToCotask object,
            RuleCotask rule,
            FinishCotask finish,
            WaiveCotask waive,
            Appeals appeals,
            CotaskViews views,
            CurrentCaller caller,
            Responses responses) {
        this.add = add;
        this.object = object;
        this.rule = rule;
        this.finish = finish;
        this.waive = waive;
        this.appeals = appeals;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(
            operationId = "addCotask",
            summary = "Ask another unit to help (协办)",
            description =
                    "Due after three working days, or when 40 percent of the time left for the reply are used up, whichever is"
                            + " first. The lead cannot reply while a mandatory one is open.")
    @APIResponseSchema(value = CotaskView.class, responseCode = "201")
    public Response add(@PathParam("id") UUID id, @NotNull @Valid NewCotask said) {
        AddCotask.Added added = add.add(id, said, caller.get());
        return Response.fromResponse(answer(added.appeal(), added.cotask().seq()))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/cotasks"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read-cooperation")
    @Operation(operationId = "listCotasks", summary = "Co-tasks, the newest last")
    @APIResponseSchema(CotaskView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(appeal, found -> views.list(found, caller.get()));
    }

    @POST
    @Path("/{seq}/objection")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(
            operationId = "objectToCotask",
            summary = "Say as the head of the unit that the co-task is not of it (协办异议)",
            description =
                    "Within four working hours and once. The centre rules; the time of the unit stands still meanwhile.")
    @APIResponseSchema(CotaskView.class)
    public Response object(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Objection said) {
        return answer(object.object(id, seq, said, caller.get()), seq);
    }

    @POST
    @Path("/{seq}/ruling")
    @Command
    @PermissionsAllowed("appeal:rule-cotask")
    @Operation(
            operationId = "ruleCotask",
            summary = "Rule on the objection of a unit (协办裁定)",
            description =
                    "Upheld, the co-task ends; a unit that is named gets it with a time of its own. Refused, it stays.")
    @APIResponseSchema(CotaskView.class)
    public Response rule(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Ruling said) {
        return answer(rule.rule(id, seq, said, caller.get()), seq);
    }

    @POST
    @Path("/{seq}/finish")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(operationId = "finishCotask", summary = "Say what the unit has found or done (协办办结)")
    @APIResponseSchema(CotaskView.class)
    public Response finish(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid CotaskAnswer said) {
        return answer(finish.finish(id, seq, said, caller.get()), seq);
    }

    @POST
    @Path("/{seq}/waive")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(operationId = "waiveCotask", summary = "Go on without a co-task, as the head of the lead (免除协办)")
    @APIResponseSchema(CotaskView.class)
    public Response waive(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Waiver said) {
        return answer(waive.waive(id, seq, said, caller.get()), seq);
    }

    private Response answer(Appeal appeal, int seq) {
        return responses.ok(appeal, changed -> views.one(changed, seq, caller.get()));
    }
}
