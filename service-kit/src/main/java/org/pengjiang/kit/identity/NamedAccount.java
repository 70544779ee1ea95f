package org.pengjiang.kit.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member of an answer that holds an account, such as {@code proposedBy}. Officials also read what its owner is called, in
 * {@code proposedByName} beside it, where the service knows it.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NamedAccount {
    /** What the member with the name is called: that of the account and this. */
    String SUFFIX = "Name";
}
