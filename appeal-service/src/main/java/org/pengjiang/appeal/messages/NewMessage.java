package org.pengjiang.appeal.messages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.Visibility;

/** @param visibility PUBLIC unless said otherwise; INTERNAL is kept from the enterprise */
record NewMessage(
        @NotBlank @Size(max = 4000) String body, @Nullable Visibility visibility) {}
