package org.pengjiang.project.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.SquareMetres;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.log.Ids;

/**
 * One examination of a project against the thresholds: opened (figures frozen, departments asked) → opinions → decided.
 * Opening a new case supersedes an earlier one.
 */
@Entity
@Table(name = "admission_case")
public class AdmissionCase {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private InvestmentProject project;

    @Column
    private int seq;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "threshold_version")
    private ThresholdPolicy policy;

    @Column(name = "total_yuan")
    private @Nullable Yuan total;

    @Column(name = "tax_yuan")
    private @Nullable Yuan tax;

    @Column(name = "output_yuan")
    private @Nullable Yuan output;

    @Column(name = "land_area_m2")
    private @Nullable SquareMetres landArea;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "opened_by")
    private String openedBy;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> vetoes = List.of();

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "meeting_no")
    private @Nullable String meetingNo;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> conditions = List.of();

    @Column(name = "without_opinion")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> withoutOpinion = List.of();

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @ElementCollection
    @CollectionTable(name = "admission_item", joinColumns = @JoinColumn(name = "case_id"))
    @OrderBy("metric")
    private Set<AdmissionItem> items = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "department_opinion", joinColumns = @JoinColumn(name = "case_id"))
    @OrderBy("department")
    private Set<DepartmentOpinion> opinions = new LinkedHashSet<>();

    protected AdmissionCase() {}

    AdmissionCase(InvestmentProject project, int seq, ThresholdPolicy policy, String openedBy, LocalDate openedOn) {
        this.id = Ids.next();
        this.project = project;
        this.seq = seq;
        this.policy = policy;
        this.openedBy = openedBy;
        this.openedOn = openedOn;
        this.total = project.money().plannedTotalYuan();
        this.tax = project.output().peakTaxYuan();
        this.output = project.output().peakOutputYuan();
        this.landArea = project.land().landAreaM2();
        this.items.addAll(Thresholds.measure(project, policy));
    }

    void ask(List<String> departments, LocalDate dueOn) {
        departments.forEach(department -> opinions.add(DepartmentOpinion.asked(department, dueOn)));
    }

    boolean asked(String department) {
        return opinions.stream().anyMatch(opinion -> opinion.department().equals(department));
    }

    void receive(String department, Verdict verdict, @Nullable String text, String account, Instant at) {
        DepartmentOpinion asked = opinions.stream()
                .filter(opinion -> opinion.department().equals(department))
                .findFirst()
                .orElseThrow();
        opinions.remove(asked);
        opinions.add(new DepartmentOpinion(department, asked.dueOn(), verdict, text, account, at));
    }

    void decide(Ruling ruling, String account, LocalDate on, LocalDate until) {
        decision = ruling.decision();
        meetingNo = ruling.meetingNo();
        conditions = List.copyOf(ruling.conditions());
        vetoes = ruling.vetoes().stream().map(Veto::name).toList();
        withoutOpinion = List.copyOf(ruling.withoutOpinion());
        decidedBy = account;
        decidedOn = on;
        validUntil = until;
    }

    boolean isDecided() {
        return decision != null;
    }

    boolean admits() {
        return decision == Decision.PASS || decision == Decision.CONDITIONAL;
    }

    boolean conditionsAreRecorded() {
        return decision != Decision.CONDITIONAL || !conditions.isEmpty();
    }

    boolean isValidOn(LocalDate date) {
        return validUntil == null || !date.isAfter(validUntil);
    }

    boolean allItemsHold() {
        return items.stream()
                .allMatch(item -> item.outcome() == ItemOutcome.PASSED || item.outcome() == ItemOutcome.NOT_APPLICABLE);
    }

    boolean hasObjection() {
        return opinions.stream().anyMatch(opinion -> opinion.verdict() == Verdict.OBJECT);
    }

    List<String> departmentsWithoutOpinion() {
        return opinions.stream()
                .filter(opinion -> opinion.verdict() == null)
                .map(DepartmentOpinion::department)
                .sorted()
                .toList();
    }

    boolean isOverdue(String department, LocalDate today) {
        return opinions.stream()
                .anyMatch(opinion -> opinion.department().equals(department) && opinion.isOverdueOn(today));
    }

    /** Whether the project is still the one that was judged: no figure off by more than the policy tolerates. */
    boolean stillDescribes(InvestmentProject now) {
        return close(fen(total), fen(now.money().plannedTotalYuan()))
                && close(fen(tax), fen(now.output().peakTaxYuan()))
                && close(fen(output), fen(now.output().peakOutputYuan()))
                && close(hundredths(landArea), hundredths(now.land().landAreaM2()));
    }

    private boolean close(long frozen, long current) {
        var deviation =
                BigInteger.valueOf(frozen).subtract(BigInteger.valueOf(current)).abs();
        return deviation
                        .multiply(BigInteger.valueOf(10_000))
                        .compareTo(BigInteger.valueOf(frozen)
                                .multiply(BigInteger.valueOf(policy.figuresToleranceBasisPoints())))
                <= 0;
    }

    private static long fen(@Nullable Yuan amount) {
        return amount == null ? 0 : amount.fen();
    }

    private static long hundredths(@Nullable SquareMetres area) {
        return area == null ? 0 : area.amount().unscaledValue().longValueExact();
    }

    public int seq() {
        return seq;
    }

    public String thresholdVersion() {
        return policy.version();
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public String openedBy() {
        return openedBy;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    public @Nullable LocalDate decidedOn() {
        return decidedOn;
    }

    public @Nullable String meetingNo() {
        return meetingNo;
    }

    public @Nullable LocalDate validUntil() {
        return validUntil;
    }

    public List<String> conditions() {
        return List.copyOf(conditions);
    }

    public List<String> vetoes() {
        return List.copyOf(vetoes);
    }

    public List<String> withoutOpinion() {
        return List.copyOf(withoutOpinion);
    }

    public List<AdmissionItem> items() {
        return List.copyOf(items);
    }

    public List<DepartmentOpinion> opinions() {
        return List.copyOf(opinions);
    }

    public boolean policyIsAssumption() {
        return policy.isAssumption();
    }
}
