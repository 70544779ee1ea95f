package org.pengjiang.project.agreements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something does not stand. */
record Reason(@NotBlank @Size(max = 500) String reason) {}
