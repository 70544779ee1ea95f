package org.pengjiang.appeal.model.neighbours;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What this service remembers of a project's special class; project-service owns the truth. */
@Entity
@Table(name = "known_special_class")
public class SpecialClassCopy {
    @Id
    @Column(name = "class_id")
    private UUID classId;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "project_no")
    private String projectNo;

    @Column
    private String division;

    @Column(name = "lead_unit")
    private String leadUnit;

    @Column
    private String leader;

    @Column
    private String head;

    @Column
    private boolean open;

    @Column(name = "subject_version")
    private long subjectVersion;

    @ElementCollection
    @CollectionTable(name = "known_class_member", joinColumns = @JoinColumn(name = "class_id"))
    private Set<ClassMemberCopy> members = new HashSet<>();

    protected SpecialClassCopy() {}

    public UUID classId() {
        return classId;
    }

    public UUID projectId() {
        return projectId;
    }

    public String projectNo() {
        return projectNo;
    }

    public String division() {
        return division;
    }

    public Handler asHandler() {
        return Handler.specialClass(classId, leadUnit);
    }

    public boolean isOpen() {
        return open;
    }

    public long subjectVersion() {
        return subjectVersion;
    }

    /** Its leader, its head and its members; nobody once it is closed. */
    public boolean has(String account) {
        return open
                && (isLedBy(account)
                        || members.stream().anyMatch(member -> member.account().equals(account)));
    }

    public boolean isLedBy(String account) {
        return open && (leader.equals(account) || head.equals(account));
    }

    /** Everybody in it; nobody once it is closed. */
    public Set<String> accounts() {
        Set<String> accounts = new TreeSet<>(leaders());
        if (open) {
            members.forEach(member -> accounts.add(member.account()));
        }
        return accounts;
    }

    /** Its leader and its head; nobody once it is closed. */
    public Set<String> leaders() {
        return open ? new TreeSet<>(List.of(leader, head)) : Set.of();
    }
}
