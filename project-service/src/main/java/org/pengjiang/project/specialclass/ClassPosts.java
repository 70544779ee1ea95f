package org.pengjiang.project.specialclass;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;

/** The posts to fill anew; an absent one stays as it is. */
record ClassPosts(
        @Schema(description = "account of the district leader 挂点领导") @Nullable @KeyString(max = 100)
        String leader,

        @Schema(description = "account of the head 专班负责人") @Nullable @KeyString(max = 100)
        String head,

        @Schema(description = "code of the lead unit 牵头单位") @Nullable @KeyString(max = 100)
        String leadUnit) {}
