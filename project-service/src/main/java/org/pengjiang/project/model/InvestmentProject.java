package org.pengjiang.project.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.FactChange;

/**
 * An investment project. Its life: LEAD → NEGOTIATING → ADMISSION_REVIEW → ADMITTED → SIGNED → … → AT_TARGET, each step
 * through a gate ({@link Gates}) that is submitted by one person and, where it says so, confirmed by others. Beside the
 * stage stands the condition: ACTIVE ⇄ SUSPENDED, and TERMINATED for good.
 *
 * <p>What is under review stands still: while a gate request is open, neither facts nor shares nor agreements change.
 */
@Entity
@Table(name = "project")
public class InvestmentProject extends LoggedAggregate {
    @Column
    private String no;

    @Embedded
    private Description description;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "contact_sealed")
    private byte @Nullable [] contactSealed;

    @Column(name = "contact_key")
    private byte @Nullable [] contactKey;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private Condition condition;

    @Column(name = "stage_entered_on")
    private LocalDate stageEnteredOn;

    @Column(name = "agreement_amount_yuan")
    private @Nullable Yuan agreementAmount;

    @Column(name = "threshold_version")
    private @Nullable String thresholdVersion;

    @Column
    private int requests;

    @Column
    private int transitions;

    @Column(name = "share_sets")
    private int shareSets;

    @Column(name = "open_appeals")
    private int openAppeals;

    @Column(name = "breached_appeals")
    private int breachedAppeals;

    @Column(name = "registered_by")
    private String registeredBy;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column
    private boolean historical;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("setNo, position")
    private List<CreditShare> shareLines = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Evidence> evidence = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<Agreement> agreements = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("openedOn")
    private List<SpecialClass> specialClasses = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<AdmissionCase> admissions = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<GateRequest> gateRequests = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.PERSIST)
    @OrderBy("seq")
    private List<AmountRevision> amountRevisions = new ArrayList<>();

    protected InvestmentProject() {}

    /** A lead. {@code investorNames} are what it can be found by beside its name and number. */
    public InvestmentProject(NewProject lead, List<String> investorNames) {
        super(lead.id(), lead.facts().divisionCode());
        no = lead.no();
        description = new Description(lead.facts(), lead.chainVersion());
        stage = Stage.LEAD;
        condition = Condition.ACTIVE;
        stageEnteredOn = lead.on();
        registeredBy = lead.registeredBy();
        registeredAt = lead.registeredAt();
        externalId = lead.externalId();
        historical = lead.externalId() != null;
        findBy(investorNames);
    }

    /**
     * Says the facts anew.
     *
     * @throws DomainException PROJECT_NOT_ACTIVE, GATE_REQUEST_OPEN, AMOUNT_NEEDS_REVISION
     */
    public List<FactChange> revise(ProjectFacts said, @Nullable Integer chainVersion, List<String> investorNames) {
        requireQuiet();
        ProjectFacts settled = new Description(said, chainVersion).facts(said.divisionCode(), null);
        List<FactChange> changes = FactDifferences.between(facts(null), settled);
        if (changes.isEmpty()) {
            return changes;
        }
        if (stage.isSignedOrLater() && FactDifferences.touchWhatWasSigned(changes)) {
            throw new DomainException(ProjectProblem.AMOUNT_NEEDS_REVISION, stage.name());
        }
        description.say(said, chainVersion);
        placeIn(said.divisionCode());
        findBy(investorNames);
        return changes;
    }

    private void findBy(List<String> investorNames) {
        searchText = no + " " + description.name() + " " + String.join(" ", investorNames);
    }

    String searchText() {
        return searchText;
    }

    void keepContact(byte[] sealed, byte[] key) {
        contactSealed = sealed;
        contactKey = key;
    }

    /** @param remnant says that there was one */
    void loseContact(byte[] remnant) {
        contactSealed = remnant;
        contactKey = null;
    }

    /**
     * A new set of shares, from {@code validFrom} on.
     *
     * @return false when this is the set that stands
     * @throws DomainException GATE_REQUEST_OPEN, OFFICE_ONLY_AFTER_SIGNING, RULING_MISSING, DATE_BEFORE_PREVIOUS
     */
    public boolean share(Shares agreed, LocalDate validFrom, @Nullable String ruling, Caller caller) {
        requireQuiet();
        if (stage.isSignedOrLater()) {
            if (!caller.hasRole(Roles.PROMOTION_OFFICE)) {
                throw new DomainException(ProjectProblem.OFFICE_ONLY_AFTER_SIGNING, stage.name());
            }
            if (ruling == null || ruling.isBlank()) {
                throw new DomainException(ProjectProblem.RULING_MISSING);
            }
        } else {
            Permissions.requireOwnTeamIfClaimed(this, caller, "project:share");
        }
        if (stands(agreed, validFrom, ruling)) {
            return false;
        }
        supersedeShares(agreed, validFrom, ruling);
        return true;
    }

    private boolean stands(Shares agreed, LocalDate validFrom, @Nullable String ruling) {
        return agreed.equals(shares())
                && currentLines().stream()
                        .allMatch(line -> line.validFrom().equals(validFrom) && Objects.equals(line.ruling(), ruling));
    }

    /** From when on the present set holds; empty where there is none. */
    public Optional<LocalDate> sharesHoldFrom() {
        return currentLines().stream().map(CreditShare::validFrom).findFirst();
    }

    void supersedeShares(Shares agreed, LocalDate validFrom, @Nullable String ruling) {
        List<CreditShare> current = currentLines();
        if (current.stream().anyMatch(line -> validFrom.isBefore(line.validFrom()))) {
            throw new DomainException(ProjectProblem.DATE_BEFORE_PREVIOUS);
        }
        current.forEach(line -> line.supersede(validFrom));
        shareSets++;
        for (int i = 0; i < agreed.lines().size(); i++) {
            shareLines.add(new CreditShare(this, shareSets, i, agreed.lines().get(i), validFrom, ruling));
        }
    }

    private List<CreditShare> currentLines() {
        return shareLines.stream().filter(CreditShare::isCurrent).toList();
    }

    public Evidence handIn(EvidencePaper paper, Caller caller, Instant at) {
        requireActive();
        return keep(Evidence.handedIn(this, paper, Participant.of(caller), at));
    }

    Evidence handInWith(ApprovalRequest batch, EvidencePaper paper, Instant at) {
        return keep(Evidence.confirmedIn(batch, this, paper, at));
    }

    private Evidence keep(Evidence piece) {
        evidence.add(piece);
        return piece;
    }

    /** @throws DomainException NOT_FOUND, EVIDENCE_JUDGED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    public Evidence verify(UUID evidenceId, Caller caller, Instant at) {
        Evidence piece = pieceToJudge(evidenceId);
        piece.verify(caller, at);
        return piece;
    }

    /** @throws DomainException NOT_FOUND, EVIDENCE_JUDGED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    public Evidence reject(UUID evidenceId, Caller caller, String reason, Instant at) {
        Evidence piece = pieceToJudge(evidenceId);
        piece.reject(caller, reason, at);
        return piece;
    }

    private Evidence pieceToJudge(UUID evidenceId) {
        requireActive();
        return evidence.stream()
                .filter(found -> found.id().equals(evidenceId))
                .findFirst()
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** @throws DomainException GATE_REQUEST_OPEN, FORMAL_AGREEMENT_EXISTS */
    public Agreement record(AgreementTerms terms, String account, Instant at) {
        requireQuiet();
        if (terms.kind() == AgreementKind.FORMAL && formalAgreement().isPresent()) {
            throw new DomainException(ProjectProblem.FORMAL_AGREEMENT_EXISTS);
        }
        Agreement agreement = new Agreement(this, agreements.size() + 1, terms, account, at);
        agreements.add(agreement);
        return agreement;
    }

    /** @throws DomainException AGREEMENT_UNKNOWN, STAGE_WRONG: what was signed is not unsigned by a stroke */
    public Agreement voidAgreement(int seq, String reason) {
        requireQuiet();
        if (stage.isSignedOrLater()) {
            throw new DomainException(ProjectProblem.STAGE_WRONG, stage.name()).with("stage", stage.name());
        }
        Agreement agreement = agreements.stream()
                .filter(found -> found.seq() == seq && found.isStanding())
                .findFirst()
                .orElseThrow(() -> new DomainException(ProjectProblem.AGREEMENT_UNKNOWN, seq));
        agreement.voidFor(reason);
        return agreement;
    }

    /** @throws DomainException SPECIAL_CLASS_EXISTS, STAGE_WRONG before NEGOTIATING */
    public SpecialClass openClass(ClassStaff staff, LocalDate on) {
        requireActive();
        if (stage == Stage.LEAD) {
            throw new DomainException(ProjectProblem.STAGE_WRONG, stage.name()).with("stage", stage.name());
        }
        if (specialClass().isPresent()) {
            throw new DomainException(ProjectProblem.SPECIAL_CLASS_EXISTS);
        }
        SpecialClass opened = new SpecialClass(this, staff, on);
        specialClasses.add(opened);
        return opened;
    }

    /** @throws DomainException GATE_REQUEST_OPEN, SPECIAL_CLASS_NEEDED: a signed project's class can only be replaced */
    public SpecialClass closeClass(LocalDate on, String reason) {
        requireQuiet();
        SpecialClass open = openClass();
        if (!mayLoseItsClass()) {
            throw new DomainException(ProjectProblem.SPECIAL_CLASS_NEEDED, stage.name()).with("stage", stage.name());
        }
        open.close(on, reason);
        return open;
    }

    /** Ends the open class so that another one takes its place at once. */
    public SpecialClass endClass(LocalDate on, String reason) {
        SpecialClass open = openClass();
        open.close(on, reason);
        return open;
    }

    /** @throws DomainException PROJECT_NOT_ACTIVE, NOT_FOUND */
    public SpecialClass openClass() {
        requireActive();
        return specialClass().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    boolean mayLoseItsClass() {
        return !stage.isSignedOrLater();
    }

    /** @return false when nothing is new */
    public boolean countAppeals(int open, int breached) {
        boolean changed = open != openAppeals || breached != breachedAppeals;
        openAppeals = open;
        breachedAppeals = breached;
        return changed;
    }

    AdmissionCase openAdmission(ThresholdPolicy policy, String account, LocalDate on) {
        AdmissionCase opened = new AdmissionCase(this, admissions.size() + 1, policy, account, on);
        admissions.add(opened);
        return opened;
    }

    GateRequest request(GateFile file, Stage to, Examination examination, Caller by, Instant at) {
        requests++;
        GateRequest request = new GateRequest(file, requests, to, examination, by, at);
        gateRequests.add(request);
        return request;
    }

    /** The only place where a stage is written; reached through {@link StageDoor} alone. */
    StageTransition enter(Passage passage) {
        Stage left = stage;
        stage = passage.to();
        stageEnteredOn = passage.businessDate();
        if (stage == Stage.ADMITTED) {
            thresholdVersion = admission().map(AdmissionCase::thresholdVersion).orElse(null);
        }
        if (stage == Stage.SIGNED) {
            agreementAmount = formalAgreement().map(Agreement::amount).orElseThrow();
        }
        transitions++;
        return new StageTransition(this, transitions, left, passage);
    }

    AmountRevision proposeAmount(NewAmount terms, Caller caller, Instant at) {
        AmountRevision revision =
                new AmountRevision(this, amountRevisions.size() + 1, signedAmount(), terms, caller, at);
        amountRevisions.add(revision);
        return revision;
    }

    void takeAmount(AmountRevision confirmed) {
        agreementAmount = confirmed.amount();
    }

    /** Nobody vouches for what gains their own team. */
    public Exclusion credited() {
        return Exclusion.ofTeams(shares().teamCodes());
    }

    /** @throws DomainException PROJECT_NOT_ACTIVE */
    void requireActive() {
        if (condition != Condition.ACTIVE) {
            throw new DomainException(ProjectProblem.PROJECT_NOT_ACTIVE, condition.name())
                    .with("condition", condition.name());
        }
    }

    /** @throws DomainException PROJECT_NOT_ACTIVE, GATE_REQUEST_OPEN */
    void requireQuiet() {
        requireActive();
        openRequest().ifPresent(open -> {
            throw new DomainException(
                            ProjectProblem.GATE_REQUEST_OPEN,
                            open.seq(),
                            open.to().name())
                    .with("gateRequest", open.seq());
        });
    }

    @Override
    public String subjectType() {
        return "project";
    }

    public String no() {
        return no;
    }

    public ProjectFacts facts(@Nullable Contact contact) {
        return description.facts(division(), contact);
    }

    Description description() {
        return description;
    }

    public String name() {
        return description.name();
    }

    ProjectKind kind() {
        return description.kind();
    }

    public List<ProjectInvestor> investors() {
        return description.investors();
    }

    Industry industry() {
        return description.industry();
    }

    PlannedMoney money() {
        return description.money();
    }

    Output output() {
        return description.output();
    }

    Land land() {
        return description.land();
    }

    Plan plan() {
        return description.plan();
    }

    public @Nullable Integer chainVersion() {
        return description.chainVersion();
    }

    public boolean isManufacturing() {
        return description.isManufacturing();
    }

    public byte @Nullable [] contactSealed() {
        return contactSealed;
    }

    /** One that can be read: an erased one is none. */
    boolean hasContact() {
        return contactKey != null;
    }

    public Stage stage() {
        return stage;
    }

    public Condition condition() {
        return condition;
    }

    public LocalDate stageEnteredOn() {
        return stageEnteredOn;
    }

    public Optional<Yuan> agreementAmount() {
        return Optional.ofNullable(agreementAmount);
    }

    Yuan signedAmount() {
        return agreementAmount().orElseThrow(() -> new DomainException(ProjectProblem.STAGE_WRONG, stage.name()));
    }

    public int openAppeals() {
        return openAppeals;
    }

    /** Open appeals that have passed a due of the enterprise. */
    public int breachedAppeals() {
        return breachedAppeals;
    }

    public @Nullable String thresholdVersion() {
        return thresholdVersion;
    }

    public String registeredBy() {
        return registeredBy;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public boolean isHistorical() {
        return historical;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public Shares shares() {
        return new Shares(currentLines().stream().map(CreditShare::share).toList());
    }

    public Optional<LocalDate> sharesValidFrom() {
        return currentLines().stream().map(CreditShare::validFrom).findFirst();
    }

    public List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    public List<Agreement> agreements() {
        return List.copyOf(agreements);
    }

    Optional<Agreement> formalAgreement() {
        return agreements.stream().filter(Agreement::isStandingFormal).findFirst();
    }

    public Optional<SpecialClass> specialClass() {
        return specialClasses.stream().filter(SpecialClass::isOpen).findFirst();
    }

    public Optional<AdmissionCase> admission() {
        return admissions.isEmpty() ? Optional.empty() : Optional.of(admissions.getLast());
    }

    public List<GateRequest> gateRequests() {
        return List.copyOf(gateRequests);
    }

    public Optional<GateRequest> openRequest() {
        return gateRequests.stream().filter(GateRequest::isOpen).findFirst();
    }

    public List<AmountRevision> amountRevisions() {
        return List.copyOf(amountRevisions);
    }
}
