package org.pengjiang.team.pledge;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The signature; an empty object signs today what stands. */
@Schema(name = "SignPledge")
record SignPledgeRequest(
        @Schema(description = "The date on the document, today when absent; who was captain on that date signs")
        @Nullable LocalDate signedOn,

        @Pattern(
                regexp = "[0-9a-f]{64}",
                message = "{such.as} e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        @Schema(description = "What the captain has read; another document is refused")
        @Nullable String documentHash) {}
