package org.pengjiang.project.gates;

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
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** Stage gates of one project: dry run, request, confirmation, refusal. */
@Path("/v1/projects/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gates")
class GateResource {
    private final CheckGate check;
    private final SubmitGate submit;
    private final ConfirmGate confirm;
    private final RejectGate reject;
    private final WithdrawGate withdraw;
    private final Projects projects;
    private final CurrentCaller caller;
    private final Responses responses;

    GateResource(
            CheckGate check,
            SubmitGate submit,
            ConfirmGate confirm,
            RejectGate reject,
            WithdrawGate withdraw,
            Projects projects,
            CurrentCaller caller,
            Responses responses) {
        this.check = check;
        this.submit = submit;
        this.confirm = confirm;
        this.reject = reject;
        this.withdraw = withdraw;
        this.projects = projects;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/transitions/check")
    @PermissionsAllowed("gate:check")
    @Operation(operationId = "checkTransition", summary = "Name everything a gate still needs; changes nothing")
    public GateCheckView check(@PathParam("id") UUID id, @NotNull @Valid GateDemand demand) {
        return check.check(id, demand, caller.get());
    }

    @POST
    @Path("/gate-requests")
    @Command
    @PermissionsAllowed("gate:submit")
    @Operation(operationId = "submitGateRequest", summary = "Ask for a gate (提交阶段审核)")
    @APIResponseSchema(value = GateRequestView.class, responseCode = "201")
    public Response submit(@PathParam("id") UUID id, @NotNull @Valid GateDemand demand) {
        Asked asked = submit.submit(id, demand, caller.get());
        Response ok = ok(asked);
        URI location = URI.create(
                "/v1/projects/" + id + "/gate-requests/" + asked.request().seq());
        return Response.fromResponse(ok)
                .status(Response.Status.CREATED)
                .location(location)
                .build();
    }

    @GET
    @Path("/gate-requests")
    @PermissionsAllowed("gate:read")
    @Operation(operationId = "listGateRequests", summary = "Every request of the project, the newest last")
    @APIResponseSchema(GateRequestView[].class)
    public Response list(@PathParam("id") UUID id) {
        InvestmentProject project =
                projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(
                project,
                found -> found.gateRequests().stream()
                        .map(request -> GateRequestView.of(found, request))
                        .toList());
    }

    @POST
    @Path("/gate-requests/{seq}/confirm")
    @Command
    @PermissionsAllowed("gate:decide")
    @Operation(operationId = "confirmGateRequest", summary = "Confirm, as another person than the submitter (确认)")
    @APIResponseSchema(GateRequestView.class)
    public Response confirm(@PathParam("id") UUID id, @PathParam("seq") int seq) {
        return ok(confirm.confirm(id, seq, caller.get()));
    }

    @POST
    @Path("/gate-requests/{seq}/reject")
    @Command
    @PermissionsAllowed("gate:decide")
    @Operation(operationId = "rejectGateRequest", summary = "Refuse a gate request with a reason (退回申请)")
    @APIResponseSchema(GateRequestView.class)
    public Response reject(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Refusal refusal) {
        return ok(reject.reject(id, seq, refusal.reason(), caller.get()));
    }

    @POST
    @Path("/gate-requests/{seq}/withdraw")
    @Command
    @PermissionsAllowed("gate:withdraw")
    @Operation(operationId = "withdrawGateRequest", summary = "Take back one's own gate request (撤回)")
    @APIResponseSchema(GateRequestView.class)
    public Response withdraw(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Refusal refusal) {
        return ok(withdraw.withdraw(id, seq, refusal.reason(), caller.get()));
    }

    private Response ok(Asked asked) {
        return responses.ok(asked.project(), project -> GateRequestView.of(project, asked.request()));
    }
}
