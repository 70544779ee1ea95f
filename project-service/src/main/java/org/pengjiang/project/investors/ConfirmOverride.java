package org.pengjiang.project.investors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.InvestorOverrideConfirmed;
import org.pengjiang.project.model.Announcements;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.Projects;

/** The second person's word for a credit code that fails its check; from then on the others know it. */
@ApplicationScoped
class ConfirmOverride {
    private final Investors investors;
    private final Projects projects;
    private final Announcements announcements;
    private final EventLog log;
    private final Clock clock;

    ConfirmOverride(Investors investors, Projects projects, Announcements announcements, EventLog log, Clock clock) {
        this.investors = investors;
        this.projects = projects;
        this.announcements = announcements;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Investor confirm(UUID id, Caller caller) {
        DivisionScope scope = Investors.districtOf(caller.scope());
        // projects before the investor, in the order in which a revision takes them, so that nobody waits in a circle
        projects.investedInBy(scope, id);
        Investor investor = investors.forChange(scope, id);
        investor.confirmOverride(caller, Exclusion.ofTeams(projects.teamsCreditedFor(scope, id)), Instant.now(clock));
        String reason = Objects.requireNonNull(investor.overrideReason());
        log.append(investor, new InvestorOverrideConfirmed(investor.id(), reason));
        projects.investedInBy(scope, id).forEach(announcements::changed);
        return investor;
    }
}
