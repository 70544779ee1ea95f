package org.pengjiang.kit.settings;

import org.pengjiang.kit.log.DomainEvent;

/** A proposal is confirmed, rejected or withdrawn, or has expired. */
record SettingProposalDecided(String name, String outcome) implements DomainEvent {
    static SettingProposalDecided of(SettingProposal proposal) {
        return new SettingProposalDecided(
                proposal.name(), proposal.approval().outcome().name());
    }

    @Override
    public String type() {
        return "setting.proposal-decided.v1";
    }
}
