package org.pengjiang.project.admission;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.project.model.Verdict;

/** A department's opinion. */
record Opinion(
        @NotNull @KeyString(max = 40) String department,
        @NotNull Verdict verdict,
        @Nullable @LongText(max = 2000) String text) {}
