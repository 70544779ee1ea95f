package org.pengjiang.appeal.correspondence;

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
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Messages of one appeal. */
@Path("/v1/appeals/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
class MessageResource {
    private final WriteMessage write;
    private final Messages messages;
    private final Appeals appeals;
    private final AppealAccess access;
    private final Files files;
    private final CurrentCaller caller;
    private final Responses responses;

    MessageResource(
            WriteMessage write,
            Messages messages,
            Appeals appeals,
            AppealAccess access,
            Files files,
            CurrentCaller caller,
            Responses responses) {
        this.write = write;
        this.messages = messages;
        this.appeals = appeals;
        this.access = access;
        this.files = files;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("appeal:write-message")
    @Operation(operationId = "writeMessage", summary = "Write to the enterprise, to the handler or internally (留言)")
    @APIResponseSchema(value = MessageView.class, responseCode = "201")
    public Response write(@PathParam("id") UUID id, @NotNull @Valid NewMessage said) {
        WriteMessage.Written written = write.write(id, said, caller.get());
        return Response.fromResponse(responses.ok(
                        written.appeal(),
                        appeal -> views(access.reader(appeal, caller.get()), List.of(written.message()))
                                .getFirst()))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/messages"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listMessages",
            summary = "The messages, the newest last; enterprises and partners see the public ones")
    @APIResponseSchema(MessageView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(
                appeal,
                found -> views(
                        reader,
                        messages.of(found).stream()
                                .filter(message ->
                                        reader.reads(message.writtenAt(), message.visibility() == Visibility.PUBLIC))
                                .toList()));
    }

    private List<MessageView> views(AppealReader reader, List<AppealMessage> shown) {
        Map<UUID, List<AttachedFile>> attached =
                files.of(shown.stream().map(AppealMessage::id).toList());
        return shown.stream()
                .map(message -> MessageView.of(message, attached.getOrDefault(message.id(), List.of()), reader))
                .toList();
    }
}
