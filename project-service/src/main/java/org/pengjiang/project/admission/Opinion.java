package org.pengjiang.project.admission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pengjiang.project.model.Verdict;

/** A department's opinion. */
record Opinion(
        @NotBlank @Size(max = 40) String department,
        @NotNull Verdict verdict,
        @Nullable @Size(max = 2000) String text) {}
