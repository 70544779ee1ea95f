package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.HandedInByPartners;

/** A partner's system sees the appeals that it has filed itself, by whichever account. */
@ApplicationScoped
class HandedInAppeals implements HandedInByPartners {
    private final AppealConditions conditions;

    HandedInAppeals(AppealConditions conditions) {
        this.conditions = conditions;
    }

    @Override
    public String subjectType() {
        return "appeal";
    }

    @Override
    public SqlCondition of(Caller partner) {
        SqlCondition filed =
                conditions.ofPartner(partner).stream().reduce(SqlCondition::or).orElseThrow();
        return SqlCondition.of(
                "EXISTS (SELECT FROM appeal a WHERE a.id = l.subject AND (" + filed.sql() + "))",
                filed.values().toArray());
    }
}
