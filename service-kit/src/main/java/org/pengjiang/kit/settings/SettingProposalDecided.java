package org.pengjiang.kit.settings;

import org.pengjiang.kit.log.DomainEvent;

/** A proposal is confirmed, rejected or withdrawn. */
record SettingProposalDecided(String name, String outcome) implements DomainEvent {
    @Override
    public String type() {
        return "setting.proposal-decided.v1";
    }
}
