package org.pengjiang.project.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;

/**
 * Who invests. Belongs to a district and is unique there by its number. A natural person (known by a passport) is kept
 * encrypted and shown masked. A USCC that fails its check waits for a second person before it counts as an identity.
 */
@Entity
@Table(name = "investor")
public class Investor extends LoggedAggregate {
    private static final short KEY_OF_ONE_SPELLING = 3;

    @Column
    private String name;

    @Column(name = "normalised_name")
    private @Nullable String normalisedName;

    @Column(name = "name_sealed")
    private byte @Nullable [] nameSealed;

    @Enumerated(EnumType.STRING)
    @Column(name = "id_type")
    private @Nullable IdType idType;

    @Column(name = "id_no")
    private @Nullable String idNo;

    @Column(name = "id_sealed")
    private byte @Nullable [] idSealed;

    @Column(name = "id_key")
    private byte @Nullable [] idKey;

    @Column(name = "key_form")
    private short keyForm;

    @Column
    private String country;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    @Column(name = "not_yet_registered")
    private boolean notYetRegistered;

    @Column(name = "override_reason")
    private @Nullable String overrideReason;

    /** Few investors have one: it is loaded when it is asked for. */
    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id")
    private @Nullable ApprovalRequest override;

    protected Investor() {}

    /** An investor whose name may be read by anyone of the district. */
    public Investor(UUID id, DivisionCode district, String name, String country, Set<InvestorTag> tags) {
        super(id, district);
        this.name = name.strip();
        this.normalisedName = InvestorName.normalised(name);
        this.country = country;
        this.tags = tags.stream().map(Enum::name).sorted().toList();
    }

    /** A natural person: only what the mask leaves is kept in the open. */
    public void protectAsPerson(byte[] sealedName, byte[] sealedIdNo) {
        name = Contact.mask(name);
        normalisedName = null;
        nameSealed = sealedName;
        idSealed = sealedIdNo;
        idNo = null;
    }

    /** @param key the keyed digest by which the district's investors are unique */
    public void identify(InvestorIdentity identity, byte[] key, Participant by, Instant confirmBy, Instant at) {
        idType = identity.idType();
        idNo = identity.idNo();
        idKey = key;
        keyForm = KEY_OF_ONE_SPELLING;
        notYetRegistered = false;
        if (identity.overrideReason() != null) {
            overrideReason = identity.overrideReason();
            override = overrideProposed(by, confirmBy, at);
        }
    }

    /**
     * Once more, after nobody confirmed it in time.
     *
     * @throws DomainException OVERRIDE_NOT_EXPIRED
     */
    public void proposeOverrideAgain(String why, Participant by, Instant confirmBy, Instant at) {
        ApprovalRequest present = override;
        if (present == null || present.outcome() != ApprovalOutcome.EXPIRED) {
            throw new DomainException(ProjectProblem.OVERRIDE_NOT_EXPIRED);
        }
        overrideReason = why;
        override = overrideProposed(by, confirmBy, at);
    }

    /** @return whether nobody confirmed it in time */
    public boolean expireOverride(Instant at) {
        return override != null && override.expire(at);
    }

    /** The statement that no register knows this investor yet. */
    public void stateNotYetRegistered() {
        notYetRegistered = true;
    }

    private ApprovalRequest overrideProposed(Participant by, Instant confirmBy, Instant at) {
        return ApprovalRequest.propose(
                ProjectApproval.CREDIT_CODE, id(), by, List.of(Roles.PROMOTION_OFFICE), confirmBy, at);
    }

    /**
     * A code that is confirmed already may be confirmed once more, by another person, when the first one's team is credited by now.
     *
     * @param credited the teams that a project of this investor credits
     * @throws DomainException OVERRIDE_NOT_PENDING, FOUR_EYES, CREDITED_TEAM_MEMBER
     */
    public void confirmOverride(Caller caller, Exclusion credited, Instant at) {
        ApprovalRequest present = override;
        if (present == null || (!present.isOpen() && present.tainted(credited).isEmpty())) {
            throw new DomainException(ProjectProblem.OVERRIDE_NOT_PENDING);
        }
        ApprovalRequest open = present.isOpen() ? present : present.askedAgain(ProjectApproval.CREDIT_CODE, at);
        open.confirm(ProjectApproval.CREDIT_CODE, caller, credited, null, at);
        override = open;
    }

    public boolean isOverridePending() {
        return override != null && override.isOpen();
    }

    /** Whether its code counts as no identity: a second person has not confirmed it yet, or not in time. */
    public boolean isOverrideUnconfirmed() {
        return override != null && !override.isConfirmed();
    }

    public Optional<ApprovalRequest> override() {
        return Optional.ofNullable(override);
    }

    boolean isIdentifiedOrStated() {
        return notYetRegistered || idType != null;
    }

    @Override
    public String subjectType() {
        return "investor";
    }

    public String name() {
        return name;
    }

    Optional<String> normalisedName() {
        return Optional.ofNullable(normalisedName);
    }

    public byte @Nullable [] nameSealed() {
        return nameSealed;
    }

    public @Nullable IdType idType() {
        return idType;
    }

    public @Nullable String idNo() {
        return idNo;
    }

    byte @Nullable [] idKey() {
        return idKey;
    }

    public String country() {
        return country;
    }

    public List<String> tags() {
        return List.copyOf(tags);
    }

    public boolean isNotYetRegistered() {
        return notYetRegistered;
    }

    public @Nullable String overrideReason() {
        return overrideReason;
    }

    public @Nullable String overrideConfirmedBy() {
        return override == null || isOverrideUnconfirmed() ? null : override.closedBy();
    }
}
