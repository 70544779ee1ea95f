package org.pengjiang.note.notes;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.stream.LiveStreams;
import org.pengjiang.kit.log.stream.StreamTopic;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.note.notes.model.Note;

/** Notes as they change. */
@Path("/v1/notes")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Notes")
@Blocking
class NoteStreamResource {
    private final LiveStreams streams;
    private final EntityManager entities;
    private final CurrentCaller caller;

    NoteStreamResource(LiveStreams streams, EntityManager entities, CurrentCaller caller) {
        this.streams = streams;
        this.entities = entities;
        this.caller = caller;
    }

    @GET
    @Path("stream")
    @PermissionsAllowed("note:read")
    @Operation(
            operationId = "streamNotes",
            summary = "Notes as they change (实时)",
            description = LiveStreams.DESCRIPTION)
    @APIResponseSchema(String.class)
    public Response all(
            @Parameter(description = LiveStreams.RESUME) @HeaderParam(LiveStreams.LAST_EVENT_ID) @Nullable String lastEventId) {
        return streams.open(
                StreamTopic.of(SqlCondition.of(
                        "l.subject_type = 'note' AND starts_with(l.division, ?)",
                        caller.get().scope().value())),
                lastEventId);
    }

    @GET
    @Path("{id}/stream")
    @PermissionsAllowed("note:read")
    @Operation(operationId = "streamNote", summary = "A note as it changes (实时)", description = LiveStreams.DESCRIPTION)
    @APIResponseSchema(String.class)
    public Response one(
            @PathParam("id") UUID id,
            @Parameter(description = LiveStreams.RESUME) @HeaderParam(LiveStreams.LAST_EVENT_ID) @Nullable String lastEventId) {
        Note note = entities.find(Note.class, id);
        if (note == null || !caller.get().scope().covers(note.division())) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return streams.open(StreamTopic.ofSubject(id), lastEventId);
    }
}
