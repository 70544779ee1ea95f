package org.pengjiang.project.specialclass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Another special class in the place of the open one, and why. */
record Replacement(
        @NotNull @LongText(max = 500) String reason,
        @NotNull @Valid NewSpecialClass specialClass) {}
