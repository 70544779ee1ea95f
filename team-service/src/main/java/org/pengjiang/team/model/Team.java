package org.pengjiang.team.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * An investment promotion team. It exists from {@code validFrom} until it is dissolved; who leads it and who is in it is
 * history by date and never overwritten, because responsibility follows the date.
 */
@Entity
@Table(name = "team")
public class Team extends LoggedAggregate {
    @Column
    private String code;

    @Column
    private String name;

    @Column
    @Enumerated(EnumType.STRING)
    private TeamKind kind;

    @Column(name = "group_name")
    private String group;

    @Column(name = "unit_code")
    private @Nullable String unitCode;

    @Column(name = "attached_leader")
    private @Nullable String attachedLeader;

    @Column
    private List<String> chains = new ArrayList<>();

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @ElementCollection
    @CollectionTable(name = "captaincy", joinColumns = @JoinColumn(name = "team_id"))
    @OrderBy("from")
    private List<Captaincy> captaincies = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "team_member", joinColumns = @JoinColumn(name = "team_id"))
    @OrderBy("from")
    private List<Member> members = new ArrayList<>();

    protected Team() {}

    public Team(
            UUID id, DivisionCode division, String code, TeamKind kind, LocalDate validFrom, Description description) {
        super(id, division);
        this.code = code;
        this.kind = kind;
        this.validFrom = validFrom;
        describe(description);
    }

    /** What may be changed about a team without touching its identity or its history. */
    public record Description(
            String name,
            String group,
            @Nullable String unitCode,
            @Nullable String attachedLeader,
            List<String> chains) {
        public Description {
            name = name.strip();
            group = group.strip();
            attachedLeader = attachedLeader == null ? null : attachedLeader.strip();
            chains = List.copyOf(chains);
        }
    }

    /** @return false when it is described so already */
    public final boolean describe(Description description) {
        if (name != null && description.equals(description())) {
            return false;
        }
        if (description.chains().stream().distinct().count()
                != description.chains().size()) {
            throw refusal("/chains", TeamProblem.CHAIN_REPEATED);
        }
        name = description.name();
        group = description.group();
        unitCode = description.unitCode();
        attachedLeader = description.attachedLeader();
        chains = new ArrayList<>(description.chains());
        return true;
    }

    public Description description() {
        return new Description(name, group, unitCode, attachedLeader, List.copyOf(chains));
    }

    /** The team's last day; its captain's and members' last day too. */
    public void dissolve(LocalDate lastDay) {
        boolean tooEarly = lastDay.isBefore(validFrom)
                || captaincies.stream().anyMatch(captaincy -> captaincy.from().isAfter(lastDay));
        if (tooEarly) {
            throw refusal("/validTo", TeamProblem.DATES_REVERSED);
        }
        validTo = lastDay;
        captaincies.replaceAll(it -> it.covers(lastDay) ? it.endingOn(lastDay) : it);
        members.replaceAll(it -> it.covers(lastDay) ? it.endingOn(lastDay) : it);
    }

    /** The one before ends on the day before; an appointment before the last one would rewrite who was responsible. */
    public void appoint(String account, String captain, String title, LocalDate from) {
        requireWithinValidity("/from", from);
        Captaincy last = captaincies.isEmpty() ? null : captaincies.getLast();
        if (last != null && !from.isAfter(last.from())) {
            throw refusal("/from", TeamProblem.CAPTAIN_BEFORE_LAST, last.from());
        }
        if (last != null && (last.to() == null || !last.to().isBefore(from))) {
            captaincies.set(captaincies.size() - 1, last.endingOn(from.minusDays(1)));
        }
        captaincies.add(new Captaincy(account, captain, title, from, null));
    }

    public void join(String account, String member, String duty, LocalDate from) {
        requireWithinValidity("/from", from);
        boolean already = members.stream()
                .anyMatch(it -> it.isOf(account) && (it.to() == null || !it.to().isBefore(from)));
        if (already) {
            throw new DomainException(KitProblem.ALREADY_EXISTS);
        }
        members.add(new Member(account, member, duty, from, null));
    }

    public void leave(String account, LocalDate lastDay) {
        Member member = members.stream()
                .filter(it -> it.isOf(account) && it.to() == null)
                .findFirst()
                .orElseThrow(() -> new DomainException(TeamProblem.MEMBER_UNKNOWN));
        if (lastDay.isBefore(member.from())) {
            throw refusal("/lastDay", TeamProblem.DATES_REVERSED);
        }
        members.set(members.indexOf(member), member.endingOn(lastDay));
    }

    private void requireWithinValidity(String pointer, LocalDate day) {
        if (day.isBefore(validFrom) || (validTo != null && day.isAfter(validTo))) {
            throw refusal(pointer, TeamProblem.OUTSIDE_TEAM_VALIDITY, validFrom);
        }
    }

    private static DomainException refusal(String pointer, TeamProblem problem, Object... arguments) {
        return new DomainException(problem, List.of(Fault.at(pointer, problem, arguments)), arguments);
    }

    public Optional<Captaincy> captainOn(LocalDate day) {
        return captaincies.stream().filter(captaincy -> captaincy.covers(day)).findFirst();
    }

    public boolean isLedBy(String account, LocalDate day) {
        return captainOn(day).map(captain -> captain.account().equals(account)).orElse(false);
    }

    public String code() {
        return code;
    }

    public TeamKind kind() {
        return kind;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public List<Captaincy> captaincies() {
        return List.copyOf(captaincies);
    }

    public List<Member> members() {
        return List.copyOf(members);
    }

    @Override
    public String subjectType() {
        return "team";
    }
}
