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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Ids;

/** The people who accompany one project: one project, one special class. People stand by their accounts. */
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

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @ElementCollection
    @CollectionTable(name = "special_class_member", joinColumns = @JoinColumn(name = "class_id"))
    @OrderColumn(name = "position")
    private List<ClassMember> members = new ArrayList<>();

    protected SpecialClass() {}

    SpecialClass(InvestmentProject project, String leader, String head, List<ClassMember> members, LocalDate openedOn) {
        this.id = Ids.next();
        this.project = project;
        this.leader = leader;
        this.head = head;
        this.members.addAll(members);
        this.openedOn = openedOn;
    }

    boolean isOpen() {
        return closedOn == null;
    }

    public String leader() {
        return leader;
    }

    public String head() {
        return head;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public List<ClassMember> members() {
        return List.copyOf(members);
    }
}
