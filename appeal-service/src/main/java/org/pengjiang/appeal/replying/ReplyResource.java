package org.pengjiang.appeal.replying;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Replies on their way to the enterprise. */
@Path("/v1/appeals/{id}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handling")
class ReplyResource {
    private final ReplyAppeal reply;
    private final ApproveReply approve;
    private final SendBackReply sendBack;
    private final Appeals appeals;
    private final Replies replies;
    private final AppealAccess access;
    private final Files files;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    ReplyResource(
            ReplyAppeal reply,
            ApproveReply approve,
            SendBackReply sendBack,
            Appeals appeals,
            Replies replies,
            AppealAccess access,
            Files files,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.reply = reply;
        this.approve = approve;
        this.sendBack = sendBack;
        this.appeals = appeals;
        this.replies = replies;
        this.access = access;
        this.files = files;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:reply")
    @Operation(
            operationId = "replyToAppeal",
            summary = "Draft the reply; one of the head himself goes out at once (答复)",
            description =
                    "Needs a verified contact in this round. A negative answer needs its legal basis and where one "
                            + "can turn against it.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response reply(@PathParam("id") UUID id, @NotNull @Valid NewReply said) {
        return Response.fromResponse(responses.ok(reply.reply(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/replies"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listReplies",
            summary = "Replies, the newest last; enterprises and partners see what was delivered")
    public List<AppealView.ReplyView> list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        List<Reply> shown = replies.of(appeal).stream()
                .filter(reply -> reader.reads(reply.draftedAt(), reply.status() == ReplyStatus.DELIVERED))
                .toList();
        Map<UUID, List<AttachedFile>> attached =
                files.of(shown.stream().map(Reply::id).toList());
        return shown.stream()
                .map(reply -> AppealView.ReplyView.of(reply, attached.getOrDefault(reply.id(), List.of())))
                .toList();
    }

    @POST
    @Path("/{seq}/approve")
    @Command
    @PermissionsAllowed("appeal:review-reply")
    @Operation(operationId = "approveReply", summary = "Let the reply go out, as another person than its author (审核通过)")
    @APIResponseSchema(AppealView.class)
    public Response approve(@PathParam("id") UUID id, @PathParam("seq") int seq) {
        return responses.ok(approve.approve(id, seq, caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/send-back")
    @Command
    @PermissionsAllowed("appeal:review-reply")
    @Operation(operationId = "sendBackReply", summary = "Send the reply back to its author with a reason (退回修改)")
    @APIResponseSchema(AppealView.class)
    public Response sendBack(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid SendBack said) {
        return responses.ok(sendBack.sendBack(id, seq, said.reason(), caller.get()), views::view);
    }
}
