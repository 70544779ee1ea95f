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
 * A text of one line, such as a name, a title or a document number: it shows something, and it holds no line break, no
 * control character and no character that changes the writing direction. Null is valid; a member that has to be there is
 * {@code @NotNull} too.
 */
@Constraint(validatedBy = OneLine.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {
    /** Counted in code points, after {@link TypedText#normalised}. */
    int max();

    String message() default TypedText.LENGTH;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names every fault of the text. */
    class Check implements ConstraintValidator<OneLine, String> {
        private int max;

        @Override
        public void initialize(OneLine constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || TypedText.oneLine(text).isReported(max, context);
        }
    }
}
