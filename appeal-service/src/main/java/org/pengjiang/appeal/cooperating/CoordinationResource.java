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
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Calls to come together. */
@Path("/v1/appeals/{id}/coordinations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cooperation")
class CoordinationResource {
    private final CallCoordination call;
    private final ReportArrival report;
    private final DeclineCoordination decline;
    private final RecordMinutes record;
    private final ScoreCoordination score;
    private final Appeals appeals;
    private final Coordinations coordinations;
    private final AppealAccess access;
    private final CurrentCaller caller;
    private final Responses responses;

    CoordinationResource(
            CallCoordination call,
            ReportArrival report,
            DeclineCoordination decline,
            RecordMinutes record,
            ScoreCoordination score,
            Appeals appeals,
            Coordinations coordinations,
            AppealAccess access,
            CurrentCaller caller,
            Responses responses) {
        this.call = call;
        this.report = report;
        this.decline = decline;
        this.record = record;
        this.score = score;
        this.appeals = appeals;
        this.coordinations = coordinations;
        this.access = access;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(
            operationId = "coordinateAppeal",
            summary = "Call other units together (街镇吹哨、部门报到)",
            description = "Of P0 and P1 each unit comes within 30 minutes, of others to the meeting.")
    @APIResponseSchema(value = CoordinationView.class, responseCode = "201")
    public Response call(@PathParam("id") UUID id, @NotNull @Valid NewCoordination said) {
        CallCoordination.Called called = call.call(id, said, caller.get());
        return Response.fromResponse(
                        answer(called.appeal(), called.coordination().seq()))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/coordinations"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read-cooperation")
    @Operation(operationId = "listCoordinations", summary = "Coordinations, the newest last")
    @APIResponseSchema(CoordinationView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.COOPERATION);
        return responses.ok(
                appeal,
                found -> coordinations.of(found).stream()
                        .filter(coordination -> reader.reads(coordination.calledAt(), false))
                        .map(coordination -> CoordinationView.of(
                                coordination, coordinations.called(found, coordination), reader.text()))
                        .toList());
    }

    @POST
    @Path("/{seq}/arrival")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(operationId = "reportArrival", summary = "Say that the unit is there, and who came (到场报到)")
    @APIResponseSchema(CoordinationView.class)
    public Response report(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Arrival said) {
        return answer(report.report(id, seq, said, caller.get()), seq);
    }

    @POST
    @Path("/{seq}/decline")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(operationId = "declineCoordination", summary = "Say before it is due why the unit does not come (谢绝到场)")
    @APIResponseSchema(CoordinationView.class)
    public Response decline(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Decline said) {
        return answer(decline.decline(id, seq, said, caller.get()), seq);
    }

    @POST
    @Path("/{seq}/minutes")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(
            operationId = "recordMinutes",
            summary = "Write down what came of it, and so end it (会商纪要)",
            description = "Not before the meeting, unless every unit that was called has come or declined.")
    @APIResponseSchema(CoordinationView.class)
    public Response record(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Minutes said) {
        return answer(record.record(id, seq, said, caller.get()), seq);
    }

    @POST
    @Path("/{seq}/scores")
    @Command
    @PermissionsAllowed("appeal:cooperate")
    @Operation(
            operationId = "scoreCoordination",
            summary = "Score the other side of a coordination, once (双向评分)",
            description =
                    "After the minutes and before the reply: the lead each unit that came, each of them the lead.")
    @APIResponseSchema(CoordinationView.class)
    public Response score(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid NewScore said) {
        return answer(score.score(id, seq, said, caller.get()), seq);
    }

    private Response answer(Appeal appeal, int seq) {
        return responses.ok(
                appeal,
                changed -> CoordinationView.of(
                        coordinations.get(changed, seq),
                        coordinations.called(changed, coordinations.get(changed, seq)),
                        access.reader(changed, caller.get()).text()));
    }
}
