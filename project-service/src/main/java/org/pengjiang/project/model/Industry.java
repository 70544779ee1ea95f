package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.IndustryCode;
import org.pengjiang.identifiers.IndustryEdition;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.text.KeyString;

/**
 * Chain and industry of a project.
 *
 * @param chainCode of the catalogue, {@code GET /v1/chains}
 * @param industryCode a letter and up to four digits
 * @param industryEdition {@code GB/T 4754-2017} unless said otherwise
 */
@Embeddable
public record Industry(
        @Column(name = "chain_code") @Nullable @KeyString(max = 40)
        String chainCode,

        @Enumerated(EnumType.STRING) @Column(name = "chain_role") @Nullable ChainRole chainRole,

        @Column(name = "industry_code") @Nullable @KeyString(max = 5)
        String industryCode,

        @Column(name = "industry_edition") @Nullable @KeyString(max = 20)
        String industryEdition) {

    public static final Industry UNKNOWN = new Industry(null, null, null, null);

    /** With the code as it is written and the edition it is read by. */
    Industry settled() {
        return parsed().map(code -> new Industry(
                        chainCode, chainRole, code.value(), code.edition().standard()))
                .orElse(new Industry(chainCode, chainRole, null, null));
    }

    /** Appends what is wrong with the code. */
    void examine(List<Fault> faults) {
        try {
            parsed();
        } catch (InvalidIdentifier refusal) {
            String field = refusal.code().startsWith("INDUSTRY_EDITION") ? "industryEdition" : "industryCode";
            faults.add(Fault.at("/industry/" + field, refusal.finding()));
        }
    }

    private Optional<IndustryCode> parsed() {
        if (industryCode == null) {
            return Optional.empty();
        }
        return Optional.of(
                industryEdition == null
                        ? IndustryCode.parse(industryCode)
                        : IndustryCode.parse(industryCode, IndustryEdition.parse(industryEdition)));
    }

    boolean isKnown() {
        return chainCode != null || industryCode != null;
    }

    boolean isManufacturing() {
        return parsed().map(IndustryCode::isManufacturing).orElse(false);
    }

    boolean isAtClassLevel() {
        return parsed().map(code -> code.level() == IndustryCode.Level.CLASS).orElse(false);
    }
}
