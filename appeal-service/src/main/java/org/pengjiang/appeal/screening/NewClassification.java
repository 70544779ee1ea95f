package org.pengjiang.appeal.screening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.kit.text.LongText;

/**
 * As what it is to be handled; one of the two at least.
 *
 * @param timeClass where only the category is another one, the class follows it, but not to a slower one
 */
record NewClassification(
        @Nullable TimeClass timeClass,

        @Nullable @Pattern(regexp = "[A-Z]\\d{2}", message = "{such.as} A04") String category,

        @NotNull @LongText(max = 1000) String reason) {}
