package org.pengjiang.project.gates;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a gate request ends without the gate. */
record Refusal(@NotBlank @Size(max = 500) String reason) {}
