package org.pengjiang.kit.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that changes something. The kit opens the outer transaction around it, answers a repeated
 * {@code Idempotency-Key} with the first answer before anything else is looked at, and demands {@code If-Match}; it does not
 * commit when nothing was compared with it. The method returns {@link jakarta.ws.rs.core.Response}, built by {@link Responses}.
 *
 * <p>TYPE stands here for the interceptor alone, which CDI wants annotated; an architecture rule refuses it on a resource.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Command {
    /** Whether the key is demanded. POST: true. PATCH, PUT and DELETE: false; there a client may send one. */
    @Nonbinding
    boolean idempotencyKey() default true;

    /**
     * Whether If-Match is demanded. False where something new is created; an If-Match that is sent all the same is compared
     * with what the method loads by {@code forChange}, and refused where it loads nothing.
     */
    @Nonbinding
    boolean ifMatch() default true;

    /**
     * False where the work commits piece by piece in transactions of its own and may be repeated: then none is open around it.
     * The answer is remembered afterwards, and two requests with one key may both work.
     */
    @Nonbinding
    boolean oneTransaction() default true;
}
