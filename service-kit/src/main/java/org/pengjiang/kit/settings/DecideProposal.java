package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;

/** The second person confirms or rejects a proposal, or the first one withdraws it. */
@ApplicationScoped
class DecideProposal {
    private final SettingProposals proposals;
    private final ChangeSetting changeSetting;
    private final EventLog log;
    private final Clock clock;

    DecideProposal(SettingProposals proposals, ChangeSetting changeSetting, EventLog log, Clock clock) {
        this.proposals = proposals;
        this.changeSetting = changeSetting;
        this.log = log;
        this.clock = clock;
    }

    /** The new version is judged once more: its day may have come meanwhile. */
    @Transactional
    SettingProposal confirm(UUID id, Caller caller) {
        SettingProposal proposal = proposals.forChange(caller.scope(), id);
        proposal.confirm(caller, Instant.now(clock));
        changeSetting.apply(proposal);
        return decided(proposal, null);
    }

    @Transactional
    SettingProposal reject(UUID id, String reason, Caller caller) {
        SettingProposal proposal = proposals.forChange(caller.scope(), id);
        proposal.reject(caller, reason, Instant.now(clock));
        return decided(proposal, reason);
    }

    @Transactional
    SettingProposal withdraw(UUID id, String reason, Caller caller) {
        SettingProposal proposal = proposals.forChange(caller.scope(), id);
        proposal.withdraw(caller, reason, Instant.now(clock));
        return decided(proposal, reason);
    }

    private SettingProposal decided(SettingProposal proposal, @Nullable String reason) {
        log.append(proposal, SettingProposalDecided.of(proposal), reason == null ? Map.of() : Map.of("reason", reason));
        return proposal;
    }
}
