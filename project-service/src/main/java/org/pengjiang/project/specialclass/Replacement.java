package org.pengjiang.project.specialclass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Another special class in the place of the open one, and why. */
record Replacement(
        @NotBlank @Size(max = 500) String reason,
        @NotNull @Valid NewSpecialClass specialClass) {}
