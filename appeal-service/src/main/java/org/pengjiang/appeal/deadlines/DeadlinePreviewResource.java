package org.pengjiang.appeal.deadlines;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.identity.CurrentCaller;

/** What-if deadlines. */
@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
public class DeadlinePreviewResource {
    private final PreviewDeadline preview;
    private final CurrentCaller caller;

    DeadlinePreviewResource(PreviewDeadline preview, CurrentCaller caller) {
        this.preview = preview;
        this.caller = caller;
    }

    @POST
    @Path("/deadline-preview")
    @Authenticated
    @Operation(
            operationId = "previewDeadline",
            summary = "When something would be due by the caller's working calendar (期限试算)",
            description =
                    "Changes nothing and needs no Idempotency-Key. Whole seconds; done exactly at dueAt is in time. A "
                            + "pause counts in the unit of the target and only if it begins before the due.")
    public DeadlineAnswer preview(@Valid @NotNull DeadlineQuestion question) {
        return preview.answer(question, caller.get());
    }
}
