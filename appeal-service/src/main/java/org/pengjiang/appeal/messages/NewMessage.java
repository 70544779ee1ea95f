package org.pengjiang.appeal.messages;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.Visibility;
import org.pengjiang.kit.text.LongText;

/** @param visibility PUBLIC unless said otherwise; INTERNAL is kept from the enterprise */
record NewMessage(
        @NotNull @LongText(max = 4000) String body,
        @Nullable Visibility visibility) {}
