package org.pengjiang.project.investors;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.Investor;

/** An investor as it is read; a natural person's name is masked and the number is absent. */
record InvestorView(
        UUID id,
        DivisionCode divisionCode,
        String name,
        @Nullable IdType idType,
        @Nullable String idNo,
        String country,
        List<String> tags,
        boolean notYetRegistered,
        boolean overridePending,
        @Nullable String overrideReason,
        @NamedAccount @Nullable String overrideConfirmedBy) {

    static InvestorView of(Investor investor) {
        return new InvestorView(
                investor.id(),
                investor.division(),
                investor.name(),
                investor.idType(),
                investor.idNo(),
                investor.country(),
                investor.tags(),
                investor.isNotYetRegistered(),
                investor.isOverridePending(),
                investor.overrideReason(),
                investor.overrideConfirmedBy());
    }
}
