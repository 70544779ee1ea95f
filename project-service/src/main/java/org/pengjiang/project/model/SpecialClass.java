package org.pengjiang.project.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/**
 * The people who accompany one project: one project, one special class at a time. Opened from NEGOTIATING on; people come
 * and go, posts are filled anew; once the project is signed a class ends only by another one taking its place. People
 * stand by their accounts.
 */
@Entity
@Table(name = "special_class")
public class SpecialClass {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private InvestmentProject project;

    @Column
    private String leader;

    @Column
    private String head;

    @Column(name = "lead_unit")
    private String leadUnit;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "close_reason")
    private @Nullable String closeReason;

    @ElementCollection
    @CollectionTable(name = "special_class_member", joinColumns = @JoinColumn(name = "class_id"))
    @OrderColumn(name = "position")
    private List<ClassMember> members = new ArrayList<>();

    protected SpecialClass() {}

    SpecialClass(InvestmentProject project, ClassStaff staff, LocalDate openedOn) {
        this.id = Ids.next();
        this.project = project;
        this.leader = staff.leader();
        this.head = staff.head();
        this.leadUnit = staff.leadUnit();
        this.members.addAll(staff.members());
        this.openedOn = openedOn;
    }

    /** @throws DomainException CLASS_MEMBER_EXISTS, CLASS_FULL */
    public void admit(ClassMember member) {
        if (has(member.account())) {
            throw new DomainException(ProjectProblem.CLASS_MEMBER_EXISTS, member.account());
        }
        if (members.size() >= ClassStaff.MOST_MEMBERS) {
            throw new DomainException(ProjectProblem.CLASS_FULL, ClassStaff.MOST_MEMBERS);
        }
        members.add(member);
    }

    /** @throws DomainException CLASS_MEMBER_UNKNOWN, CLASS_MEMBER_LAST */
    public void dismiss(String account) {
        if (!has(account)) {
            throw new DomainException(ProjectProblem.CLASS_MEMBER_UNKNOWN);
        }
        if (members.stream().allMatch(member -> member.isOf(account))) {
            throw new DomainException(ProjectProblem.CLASS_MEMBER_LAST);
        }
        members.removeIf(member -> member.isOf(account));
    }

    private boolean has(String account) {
        return members.stream().anyMatch(member -> member.isOf(account));
    }

    /**
     * Fills posts anew; an absent one stays as it is.
     *
     * @throws DomainException CLASS_UNCHANGED
     */
    public void appoint(@Nullable String newLeader, @Nullable String newHead, @Nullable String newLeadUnit) {
        ClassStaff before = staff();
        leader = newLeader == null ? leader : newLeader;
        head = newHead == null ? head : newHead;
        leadUnit = newLeadUnit == null ? leadUnit : newLeadUnit;
        if (before.equals(staff())) {
            throw new DomainException(ProjectProblem.CLASS_UNCHANGED);
        }
    }

    void close(LocalDate on, String reason) {
        closedOn = on;
        closeReason = reason;
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    public UUID id() {
        return id;
    }

    public ClassStaff staff() {
        return new ClassStaff(leader, head, leadUnit, members);
    }

    boolean isLedBy(String account) {
        return leader.equals(account);
    }

    boolean isHeadedBy(String account) {
        return head.equals(account);
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }
}
