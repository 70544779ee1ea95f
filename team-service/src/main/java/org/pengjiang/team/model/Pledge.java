package org.pengjiang.team.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;

/**
 * One version of a team's pledge for a year. DRAFT → ISSUED → SIGNED; a signed version never changes. An amendment is
 * the next version, carries the number of the leading group's resolution, and when it is signed the one before becomes
 * AMENDED.
 */
@Entity
@Table(name = "pledge")
public class Pledge extends LoggedAggregate {
    @Column(name = "team_id")
    private UUID teamId;

    @Column(name = "team_code")
    private String teamCode;

    @Column
    private int year;

    @Column
    private int number;

    @Column
    @Enumerated(EnumType.STRING)
    private PledgeStatus status;

    @Column(name = "resolution_no")
    private @Nullable String resolutionNo;

    @Column(name = "document_hash")
    private @Nullable String documentHash;

    @Column(name = "issued_on")
    private @Nullable LocalDate issuedOn;

    @Column(name = "signed_on")
    private @Nullable LocalDate signedOn;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @Column(name = "signed_by")
    private @Nullable String signedBy;

    @Column(name = "superseded_on")
    private @Nullable LocalDate supersededOn;

    @ElementCollection
    @CollectionTable(name = "target_line", joinColumns = @JoinColumn(name = "pledge_id"))
    @OrderColumn(name = "position")
    private List<TargetLine> lines = new ArrayList<>();

    protected Pledge() {}

    private Pledge(UUID id, Team team, int year, int number, @Nullable String resolutionNo) {
        super(id, team.division());
        this.teamId = team.id();
        this.teamCode = team.code();
        this.year = year;
        this.number = number;
        this.resolutionNo = resolutionNo;
        this.status = PledgeStatus.DRAFT;
    }

    public static Pledge draft(UUID id, Team team, int year, List<TargetLine> lines) {
        Pledge pledge = new Pledge(id, team, year, 1, null);
        pledge.promise(lines);
        return pledge;
    }

    /** The next version of a signed pledge. */
    public Pledge amended(UUID id, Team team, String resolution, List<TargetLine> revised) {
        if (status != PledgeStatus.SIGNED) {
            throw refusal(TeamProblem.AMENDMENT_NEEDS_SIGNED);
        }
        Pledge amendment = new Pledge(id, team, year, number + 1, resolution);
        amendment.promise(revised);
        return amendment;
    }

    /** @return false when it promises just that already */
    public final boolean promise(List<TargetLine> promised) {
        if (status.isSigned()) {
            throw refusal(TeamProblem.PLEDGE_SIGNED);
        }
        if (status != PledgeStatus.DRAFT) {
            throw refusal(TeamProblem.PLEDGE_STATE);
        }
        LineRules.require(promised);
        if (isPromised(promised)) {
            return false;
        }
        lines.clear();
        lines.addAll(promised);
        return true;
    }

    private boolean isPromised(List<TargetLine> promised) {
        return lines.size() == promised.size()
                && IntStream.range(0, lines.size()).allMatch(i -> lines.get(i).promisesTheSameAs(promised.get(i)));
    }

    public void issue(LocalDate today) {
        become(PledgeStatus.ISSUED);
        issuedOn = today;
        documentHash = document().hash();
    }

    /** Back to the drafting table before anyone has signed. */
    public void takeBack() {
        become(PledgeStatus.DRAFT);
        issuedOn = null;
        documentHash = null;
    }

    /** @param signedOn the date on the document; who was captain on that date signs */
    public void sign(Team team, String account, LocalDate signedOn, Instant now) {
        if (!status.canBecome(PledgeStatus.SIGNED)) {
            throw refusal(TeamProblem.PLEDGE_STATE);
        }
        if (!team.isLedBy(account, signedOn)) {
            throw new DomainException(TeamProblem.NOT_CAPTAIN, signedOn);
        }
        become(PledgeStatus.SIGNED);
        this.signedOn = signedOn;
        signedAt = now;
        signedBy = account;
    }

    public void supersede(LocalDate day) {
        become(PledgeStatus.AMENDED);
        supersededOn = day;
    }

    private void become(PledgeStatus next) {
        if (!status.canBecome(next)) {
            throw refusal(status.isSigned() ? TeamProblem.PLEDGE_SIGNED : TeamProblem.PLEDGE_STATE);
        }
        status = next;
    }

    private DomainException refusal(TeamProblem problem) {
        return new DomainException(problem, status).with("state", status.name());
    }

    private PledgeDocument document() {
        return PledgeDocument.of(teamId, teamCode, year, number, resolutionNo, lines);
    }

    /** The text whose SHA-256 is the document hash. */
    public String documentText() {
        return document().text();
    }

    public UUID teamId() {
        return teamId;
    }

    public String teamCode() {
        return teamCode;
    }

    public int year() {
        return year;
    }

    public int number() {
        return number;
    }

    public PledgeStatus status() {
        return status;
    }

    public Optional<String> resolutionNo() {
        return Optional.ofNullable(resolutionNo);
    }

    public Optional<String> documentHash() {
        return Optional.ofNullable(documentHash);
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    public Optional<LocalDate> signedOn() {
        return Optional.ofNullable(signedOn);
    }

    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    public Optional<String> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    public List<TargetLine> lines() {
        return List.copyOf(lines);
    }

    @Override
    public String subjectType() {
        return "pledge";
    }
}
