package org.pengjiang.kit.text;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
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
 * The number or code of another system, such as a partner's number of an appeal. It is read as it was sent, because it may be
 * stored in that spelling since earlier days, and judged in the one spelling that {@link KeyText} gives it. Nothing to see
 * is the same as nothing sent.
 */
@JacksonAnnotationsInside
@JsonDeserialize(using = TextAsSent.class)
@Constraint(validatedBy = KeyString.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface KeyString {
    /** Counted in code points, in the one spelling. */
    int max();

    String message() default TypedText.LENGTH;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names every fault of the key. */
    class Check implements ConstraintValidator<KeyString, String> {
        private int max;

        @Override
        public void initialize(KeyString constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            String key = text == null ? "" : KeyText.of(text);
            return key.isEmpty() || TypedText.oneLine(key).isReported(max, context);
        }
    }
}
