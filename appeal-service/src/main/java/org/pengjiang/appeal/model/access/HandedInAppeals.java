package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.log.access.HandedInByPartners;

/** A partner's system sees the appeals that it has filed itself. */
@ApplicationScoped
class HandedInAppeals implements HandedInByPartners {
    @Override
    public String subjectType() {
        return "appeal";
    }

    @Override
    public SqlCondition of(Caller partner) {
        return SqlCondition.of(
                "EXISTS (SELECT FROM appeal a WHERE a.id = l.subject AND a.source = 'PARTNER' AND a.submitted_by = ?)",
                partner.subject());
    }
}
