package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;

/** One person of a special class, by account and department. */
@Embeddable
public record ClassMember(
        @NotNull @KeyString(max = 100) @Column(name = "account")
        String account,

        @NotNull @KeyString(max = 100) @Column(name = "department")
        String department,

        @NotNull @OneLine(max = 60) @Column(name = "role") String role) {

    /** An account that was entered before it had one spelling is the same account. */
    boolean isOf(String key) {
        return KeyText.of(account).equals(key);
    }
}
