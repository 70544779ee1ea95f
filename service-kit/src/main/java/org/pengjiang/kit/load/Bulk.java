package org.pengjiang.kit.load;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that may work long or read much, such as an export or a feed: it takes part in the small share
 * of the connection pool that is left to bulk work. An {@link Upload} is bulk work without saying so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Bulk {}
