package org.pengjiang.appeal.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a reply does not go out. */
record SendBack(@NotBlank @Size(max = 1000) String reason) {}
