package org.pengjiang.appeal.replying;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a reply does not go out. */
record SendBack(@NotNull @LongText(max = 1000) String reason) {}
