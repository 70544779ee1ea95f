package org.pengjiang.team.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The lines of a draft, written anew. */
@Schema(name = "RewritePledge")
record RewritePledgeRequest(@NotEmpty @Size(max = 30) List<@NotNull @Valid LineRequest> lines) {}
