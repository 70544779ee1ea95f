package org.pengjiang.kit.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text of several lines, such as a description or a reason: it shows something, and apart from line breaks and tabs it holds no
 * control character and no character that changes the writing direction. Null is valid; a member that has to be there is
 * {@code @NotNull} too.
 */
@Constraint(validatedBy = LongText.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LongText {
    /** Counted in code points, after {@link TypedText#normalised}. */
    int max();

    String message() default TypedText.LENGTH;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names every fault of the text. */
    class Check implements ConstraintValidator<LongText, String> {
        private int max;

        @Override
        public void initialize(LongText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || TypedText.longText(text).isReported(max, context);
        }
    }
}
