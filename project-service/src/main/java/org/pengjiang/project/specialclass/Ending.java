package org.pengjiang.project.specialclass;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a special class ends. */
record Ending(@NotBlank @Size(max = 500) String reason) {}
