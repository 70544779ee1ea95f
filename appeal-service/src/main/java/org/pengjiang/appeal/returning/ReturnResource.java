package org.pengjiang.appeal.returning;

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
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Returns of an appeal, and the rulings on them. */
@Path("/v1/appeals/{id}/returns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class ReturnResource {
    private final ReturnAppeal giveBack;
    private final ProposeRuling propose;
    private final RuleReturn rule;
    private final Appeals appeals;
    private final Returns returns;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    ReturnResource(
            ReturnAppeal giveBack,
            ProposeRuling propose,
            RuleReturn rule,
            Appeals appeals,
            Returns returns,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.giveBack = giveBack;
        this.propose = propose;
        this.rule = rule;
        this.appeals = appeals;
        this.returns = returns;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:return")
    @Operation(
            operationId = "returnAppeal",
            summary = "Return an appeal that another unit should have (退单)",
            description =
                    "Soon after the dispatch (the setting limits), and once for each unit in an appeal. The clocks of the unit"
                            + " stand while it is ruled on, those of the enterprise run; the unit goes on reaching the enterprise.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response giveBack(@PathParam("id") UUID id, @NotNull @Valid NewReturn said) {
        return Response.fromResponse(responses.ok(giveBack.giveBack(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/returns"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read-attempts")
    @Operation(operationId = "listReturns", summary = "Returns and the rulings on them, the newest last (退单记录)")
    @APIResponseSchema(ReturnView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ATTEMPTS);
        return responses.ok(
                appeal,
                found -> returns.of(found).stream()
                        .filter(asked -> reader.reads(asked.askedAt(), false))
                        .map(asked -> ReturnView.of(asked, reader.text()))
                        .toList());
    }

    @POST
    @Path("/{seq}/propose-ruling")
    @Command
    @PermissionsAllowed("appeal:propose-ruling")
    @Operation(
            operationId = "proposeRuling",
            summary = "Say how the centre would rule on a return (提出裁决建议)",
            description = "Replaces what was proposed before.")
    @APIResponseSchema(AppealView.class)
    public Response propose(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Ruling said) {
        return responses.ok(propose.propose(id, seq, said, caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/rule")
    @Command
    @PermissionsAllowed("appeal:rule-return")
    @Operation(
            operationId = "ruleReturn",
            summary = "Rule on a return, as another person than who has proposed (裁决退单)",
            description =
                    "Upheld: another unit has to sign for it and has clocks of its own. Refused: the unit keeps it for good, and its"
                            + " clocks go on. Without a proposal only when the time for the ruling is over.")
    @APIResponseSchema(AppealView.class)
    public Response rule(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Ruling said) {
        return responses.ok(rule.rule(id, seq, said, caller.get()), views::view);
    }
}
