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
import org.pengjiang.identifiers.KeyText;

/**
 * A text that something is found by or compared with: an account, the code of a unit, the number of another system. In a
 * request body it is read in the one spelling that {@link KeyText} gives it. Null is valid; a member that has to be there is
 * {@code @NotNull} too.
 */
@Constraint(validatedBy = KeyString.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface KeyString {
    /** Counted in code points, in the one spelling. */
    int max();

    /**
     * Read as it was sent, because it may be stored in that spelling since earlier days; it is judged in the one spelling all
     * the same, and nothing to see is the same as nothing sent.
     */
    boolean asSent() default false;

    String message() default TypedText.LENGTH;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names every fault of the key. */
    class Check implements ConstraintValidator<KeyString, String> {
        private int max;
        private boolean mayBeBlank;

        @Override
        public void initialize(KeyString constraint) {
            max = constraint.max();
            mayBeBlank = constraint.asSent();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            String key = KeyText.of(text);
            return (key.isEmpty() && mayBeBlank) || TypedText.oneLine(key).isReported(max, context);
        }
    }
}
