package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.identifiers.UsccOverride;
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

    @Column(name = "override_by")
    private @Nullable String overrideBy;

    @Column(name = "override_confirmed_by")
    private @Nullable String overrideConfirmedBy;

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
    public void identify(InvestorIdentity identity, byte[] key, String account) {
        idType = identity.idType();
        idNo = identity.idNo();
        idKey = key;
        keyForm = KEY_OF_ONE_SPELLING;
        notYetRegistered = false;
        if (identity.overrideReason() != null) {
            overrideReason = identity.overrideReason();
            overrideBy = account;
        }
    }

    /** The statement that no register knows this investor yet. */
    public void stateNotYetRegistered() {
        notYetRegistered = true;
    }

    /** @throws DomainException OVERRIDE_NOT_PENDING, FOUR_EYES */
    public void confirmOverride(Caller caller) {
        if (!isOverridePending()) {
            throw new DomainException(ProjectProblem.OVERRIDE_NOT_PENDING);
        }
        if (caller.subject().equals(overrideBy)) {
            throw new DomainException(ProjectProblem.FOUR_EYES);
        }
        overrideConfirmedBy = UsccOverride.of(idNo, overrideReason, overrideBy, caller.subject())
                .secondPerson();
    }

    public boolean isOverridePending() {
        return overrideBy != null && overrideConfirmedBy == null;
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

    public @Nullable String overrideBy() {
        return overrideBy;
    }

    public @Nullable String overrideConfirmedBy() {
        return overrideConfirmedBy;
    }
}
