package org.pengjiang.project.specialclass;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The posts to fill anew; an absent one stays as it is. */
record ClassPosts(
        @Schema(description = "account of the district leader 挂点领导")
        @Nullable @Size(max = 100) @Pattern(regexp = NOT_BLANK) String leader,

        @Schema(description = "account of the head 专班负责人") @Nullable @Size(max = 100) @Pattern(regexp = NOT_BLANK) String head,

        @Schema(description = "code of the lead unit 牵头单位") @Nullable @Size(max = 100) @Pattern(regexp = NOT_BLANK) String leadUnit) {
    private static final String NOT_BLANK = "(?s).*\\S.*";
}
