package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Who appeals. Without a credit code they have no account here: an office or a partner files for them, and they look up and rate
 * with the query code.
 *
 * @param registerNumber in the register of {@code registerCountry}, for an enterprise from abroad
 */
@Embeddable
public record Appellant(
        @Column(name = "appellant_kind", updatable = false) @Enumerated(EnumType.STRING)
        AppellantKind kind,

        @Column(name = "enterprise", updatable = false) @Nullable String creditCode,

        @Column(name = "enterprise_name", updatable = false) @Nullable String name,

        @Column(name = "register_number", updatable = false) @Nullable String registerNumber,

        @Column(name = "register_country", updatable = false) @Nullable String registerCountry) {

    /** Known by the credit code alone. */
    public static Appellant enterprise(String creditCode) {
        return new Appellant(AppellantKind.ENTERPRISE, creditCode, null, null, null);
    }
}
