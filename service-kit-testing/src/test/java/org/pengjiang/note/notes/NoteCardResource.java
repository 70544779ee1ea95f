package org.pengjiang.note.notes;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.ExpectedVersion;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.note.notes.model.Note;
import org.pengjiang.note.notes.model.NoteEvent;

/** A note as different people are shown it: in their language, with what they may do, masked for those who only read. */
@Path("/v1/note-cards/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes")
@Blocking
class NoteCardResource {
    private final EntityManager entities;
    private final Responses responses;
    private final ExpectedVersion expected;
    private final EventLog log;
    private final CurrentCaller caller;

    NoteCardResource(
            EntityManager entities, Responses responses, ExpectedVersion expected, EventLog log, CurrentCaller caller) {
        this.entities = entities;
        this.responses = responses;
        this.expected = expected;
        this.log = log;
        this.caller = caller;
    }

    @Schema(name = "NoteCard")
    record Card(UUID id, String title, int pages, int remarks, String words, List<String> allowedCommands) {}

    @GET
    @PermissionsAllowed("note:read")
    @Operation(operationId = "getNoteCard", summary = "Read a note as this caller may see it (卡片)")
    @APIResponseSchema(Card.class)
    public Response get(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return responses.ok(find(id, LockModeType.NONE), note -> card(note, accepted));
    }

    @POST
    @Path("/remarks")
    @Command(ifMatch = false)
    @PermissionsAllowed("note:write")
    @Operation(operationId = "remarkOnNote", summary = "Count a remark, on which nothing is decided (备注)")
    @APIResponseSchema(Card.class)
    public Response remark(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Note note = find(id, LockModeType.PESSIMISTIC_WRITE);
        expected.check(note);
        log.append(note, new NoteEvent.Remarked(note.remark()));
        return responses.ok(note, noted -> card(noted, accepted));
    }

    private Card card(Note note, @Nullable String accepted) {
        boolean writes = caller.get().hasRole("WRITER");
        return new Card(
                note.id(),
                writes ? note.title() : "***",
                note.pages(),
                note.remarks(),
                Language.of(accepted) == Language.CHINESE ? "便笺" : "note",
                writes ? List.of("resize") : List.of());
    }

    private Note find(UUID id, LockModeType lock) {
        Note note = entities.find(Note.class, id, lock);
        if (note == null || !caller.get().scope().covers(note.division())) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return note;
    }
}
