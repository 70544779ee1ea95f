package org.pengjiang.appeal.directory;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** What the directory would say. */
@Path("/v1/dispatch-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispatch directory")
class PreviewResource {
    private final PreviewDispatch preview;
    private final CurrentCaller caller;

    PreviewResource(PreviewDispatch preview, CurrentCaller caller) {
        this.preview = preview;
        this.caller = caller;
    }

    @POST
    @Path("/preview")
    @PermissionsAllowed("dispatch-rule:preview")
    @Operation(
            operationId = "previewDispatch",
            summary = "Who would handle an appeal, and why (派单预览)",
            description =
                    "Keeps nothing and needs no Idempotency-Key. Says the answer of a day, today where none is named, in words, in the language of"
                            + " Accept-Language.")
    public PreviewView preview(
            @NotNull @Valid PreviewRequest said, @HeaderParam("Accept-Language") @Nullable String language) {
        return preview.preview(said, caller.get().scope(), Texts.of("dispatch-preview", Language.of(language)));
    }
}
