package org.pengjiang.appeal.model.filing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/** A partner's system that files appeals under numbers of its own, and the accounts that speak for it. */
@Entity
@Table(name = "source_system")
public class SourceSystem extends LoggedAggregate {
    @Column
    private String code;

    @Embedded
    private Description description;

    @ElementCollection
    @CollectionTable(name = "source_system_account", joinColumns = @JoinColumn(name = "system_id"))
    @Column(name = "account")
    private Set<String> accounts = new HashSet<>();

    @Column(name = "registered_by")
    private String registeredBy;

    @Column(name = "registered_at")
    private Instant registeredAt;

    protected SourceSystem() {}

    public SourceSystem(
            DivisionCode division,
            String code,
            Description description,
            Collection<String> accounts,
            String registeredBy,
            Instant registeredAt) {
        super(Ids.next(), division);
        this.code = code;
        this.description = description;
        this.accounts.addAll(accounts);
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }

    /**
     * What may change.
     *
     * @param activeTo its last day; what it has filed by then stays its
     */
    @Embeddable
    public record Description(
            @Column(name = "name_zh") String nameZh,
            @Column(name = "name_en") String nameEn,
            @Column(name = "active_from") LocalDate activeFrom,
            @Column(name = "active_to") @Nullable LocalDate activeTo) {}

    /** @return false when all of it is so already */
    public boolean change(Description to, Collection<String> toAccounts) {
        if (description.equals(to) && accounts.equals(Set.copyOf(toAccounts))) {
            return false;
        }
        description = to;
        accounts.retainAll(toAccounts);
        accounts.addAll(toAccounts);
        return true;
    }

    @Override
    public String subjectType() {
        return "source-system";
    }

    public String code() {
        return code;
    }

    public Description description() {
        return description;
    }

    public List<String> accounts() {
        return accounts.stream().sorted().toList();
    }

    public String registeredBy() {
        return registeredBy;
    }

    public Instant registeredAt() {
        return registeredAt;
    }
}
