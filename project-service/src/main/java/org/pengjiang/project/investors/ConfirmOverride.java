package org.pengjiang.project.investors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.InvestorOverrideConfirmed;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.Investors;

/** The second person's word for a credit code that fails its check. */
@ApplicationScoped
class ConfirmOverride {
    private final Investors investors;
    private final EventLog log;

    ConfirmOverride(Investors investors, EventLog log) {
        this.investors = investors;
        this.log = log;
    }

    @Transactional
    Investor confirm(UUID id, Caller caller) {
        Investor investor = investors.forChange(Investors.districtOf(caller.scope()), id);
        investor.confirmOverride(caller);
        String reason = Objects.requireNonNull(investor.overrideReason());
        log.append(investor, new InvestorOverrideConfirmed(investor.id(), reason));
        return investor;
    }
}
