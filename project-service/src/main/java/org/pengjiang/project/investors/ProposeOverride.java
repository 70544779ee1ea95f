package org.pengjiang.project.investors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.InvestorOverrideProposed;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.TimeLimits;

/** Asks for a second person's word once more, after nobody gave it in time. */
@ApplicationScoped
class ProposeOverride {
    private final Investors investors;
    private final TimeLimits limits;
    private final EventLog log;
    private final Clock clock;

    ProposeOverride(Investors investors, TimeLimits limits, EventLog log, Clock clock) {
        this.investors = investors;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Investor propose(UUID id, String reason, Caller caller) {
        Investor investor = investors.forChange(Investors.districtOf(caller.scope()), id);
        investor.proposeOverrideAgain(
                reason, Participant.of(caller), limits.confirmBy(investor.division()), Instant.now(clock));
        log.append(investor, new InvestorOverrideProposed(investor.id(), reason));
        return investor;
    }
}
