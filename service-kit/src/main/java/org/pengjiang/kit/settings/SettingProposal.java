package org.pengjiang.kit.settings;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * A change that one person proposes: open → confirmed by another, rejected or withdrawn, or expired when the day before it would
 * take effect is over. What it says is never edited.
 */
@Entity
@Table(name = "setting_proposal")
class SettingProposal extends LoggedAggregate {
    static final String TYPE = "setting-proposal";

    @Column(updatable = false)
    private String name;

    @Column(name = "effective_from", updatable = false)
    private LocalDate effectiveFrom;

    @Column(updatable = false)
    private String value;

    @Column(updatable = false)
    private boolean assumption;

    @Column(updatable = false)
    private String source;

    @OneToOne(optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id", updatable = false)
    private ApprovalRequest approval;

    protected SettingProposal() {}

    SettingProposal(
            DivisionCode district, SettingDefinition definition, ChangeSettingRequest change, Caller by, Clock clock) {
        super(Ids.next(), district);
        this.name = definition.name();
        this.effectiveFrom = change.effectiveFrom();
        this.value = change.value().toString();
        this.assumption = Boolean.TRUE.equals(change.assumption());
        this.source = change.source();
        this.approval = ApprovalRequest.propose(
                SettingApproval.SETTING_CHANGE,
                subject(district.value(), name),
                Participant.of(by),
                List.of(SettingApproval.SECOND_PERSON),
                effectiveFrom.atStartOfDay(clock.getZone()).toInstant().minusSeconds(1),
                Instant.now(clock));
    }

    /** The same for every proposal of a setting, so that one of them at most is open. */
    private static UUID subject(String district, String name) {
        return UUID.nameUUIDFromBytes(("setting/" + district + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    void confirm(Caller caller, Instant at) {
        approval.confirm(SettingApproval.SETTING_CHANGE, caller, Exclusion.NOBODY, null, at);
    }

    void reject(Caller caller, String reason, Instant at) {
        approval.reject(SettingApproval.SETTING_CHANGE, caller, Exclusion.NOBODY, reason, at);
    }

    void withdraw(Caller caller, String reason, Instant at) {
        approval.withdraw(SettingApproval.SETTING_CHANGE, caller, reason, at);
    }

    boolean says(ChangeSettingRequest request, Caller by) {
        return approval.proposedBy().equals(by.subject())
                && effectiveFrom.equals(request.effectiveFrom())
                && source.strip().equals(request.source().strip())
                && assumption == Boolean.TRUE.equals(request.assumption())
                && SettingDefinition.areSame(change().value(), request.value());
    }

    ChangeSettingRequest change() {
        return new ChangeSettingRequest(SettingDefinition.read(value), effectiveFrom, source, assumption);
    }

    /** Where it is read. */
    String path() {
        return "/v1/setting-proposals/" + id();
    }

    String name() {
        return name;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    boolean assumption() {
        return assumption;
    }

    String source() {
        return source;
    }

    ApprovalRequest approval() {
        return approval;
    }

    @Override
    public String subjectType() {
        return TYPE;
    }
}
