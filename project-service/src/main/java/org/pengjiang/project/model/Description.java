package org.pengjiang.project.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.NationalProjectCode;
import org.pengjiang.identifiers.Yuan;

/** A project's facts as they are stored; {@link ProjectFacts} is the same as it is said. */
@Embeddable
class Description {
    @Column
    private String name;

    @Enumerated(EnumType.STRING)
    private ProjectKind kind;

    @Column(name = "parent_project_id")
    private @Nullable UUID parentProjectId;

    @Column(name = "increment_yuan")
    private @Nullable Yuan incrementYuan;

    @Column(name = "separate_filing_code")
    private boolean separateFilingCode;

    @Enumerated(EnumType.STRING)
    private Confidentiality confidentiality;

    @Embedded
    private @Nullable Origin origin;

    @Embedded
    private @Nullable Industry industry;

    @Column(name = "chain_version")
    private @Nullable Integer chainVersion;

    @Column
    private boolean manufacturing;

    @Embedded
    private @Nullable PlannedMoney money;

    @Embedded
    private @Nullable Output output;

    @Embedded
    private @Nullable Land land;

    @Embedded
    private @Nullable Plan plan;

    @ElementCollection
    @CollectionTable(name = "project_investor", joinColumns = @JoinColumn(name = "project_id"))
    @OrderColumn(name = "position")
    private List<ProjectInvestor> investors = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "project_tag", joinColumns = @JoinColumn(name = "project_id"))
    @OrderBy("tag")
    private Set<ProjectTag> tags = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "project_national_code", joinColumns = @JoinColumn(name = "project_id"))
    private Set<NationalCode> nationalCodes = new HashSet<>();

    protected Description() {}

    Description(ProjectFacts facts, @Nullable Integer chainVersion) {
        say(facts, chainVersion);
    }

    final void say(ProjectFacts facts, @Nullable Integer version) {
        name = facts.name().strip();
        kind = facts.kind();
        parentProjectId = facts.parentProjectId();
        incrementYuan = facts.incrementYuan();
        separateFilingCode = Boolean.TRUE.equals(facts.separateFilingCode());
        confidentiality = facts.confidentiality() == null ? Confidentiality.INTERNAL : facts.confidentiality();
        origin = facts.origin();
        industry = facts.industry() == null ? null : facts.industry().settled();
        manufacturing = industry != null && industry.isManufacturing();
        chainVersion = industry == null || industry.chainCode() == null ? null : version;
        money = facts.money();
        output = facts.output();
        land = facts.land();
        plan = facts.plan();
        replace(investors, facts.investorsOrNone());
        replace(tags, facts.tagsOrNone());
        replace(
                nationalCodes,
                facts.nationalCodesOrNone().stream()
                        .map(NationalProjectCode::parse)
                        .map(code ->
                                new NationalCode(code.value(), code.checkLevel().name(), true))
                        .toList());
    }

    /** Touches only what differs, so that an unchanged collection writes nothing. */
    private static <T> void replace(java.util.Collection<T> kept, List<T> said) {
        if (!List.copyOf(kept).equals(said)) {
            kept.retainAll(said);
            said.stream().filter(item -> !kept.contains(item)).forEach(kept::add);
            if (kept instanceof List<T> list && !list.equals(said)) {
                list.clear();
                list.addAll(said);
            }
        }
    }

    ProjectFacts facts(DivisionCode division, @Nullable Contact contact) {
        return new ProjectFacts(
                name,
                kind,
                division,
                parentProjectId,
                incrementYuan,
                separateFilingCode,
                confidentiality,
                List.copyOf(investors),
                origin,
                industry,
                money,
                output,
                land,
                plan,
                tags.stream()
                        .sorted(Comparator.comparing(tag -> tag.tag().name()))
                        .toList(),
                nationalCodes.stream().map(NationalCode::code).sorted().toList(),
                contact);
    }

    String name() {
        return name;
    }

    ProjectKind kind() {
        return kind;
    }

    @Nullable UUID parentProjectId() {
        return parentProjectId;
    }

    @Nullable Yuan incrementYuan() {
        return incrementYuan;
    }

    boolean hasSeparateFilingCode() {
        return separateFilingCode;
    }

    Confidentiality confidentiality() {
        return confidentiality;
    }

    Industry industry() {
        return Objects.requireNonNullElse(industry, Industry.UNKNOWN);
    }

    @Nullable Integer chainVersion() {
        return chainVersion;
    }

    boolean isManufacturing() {
        return manufacturing;
    }

    PlannedMoney money() {
        return Objects.requireNonNullElse(money, PlannedMoney.UNKNOWN);
    }

    Output output() {
        return Objects.requireNonNullElse(output, Output.UNKNOWN);
    }

    Land land() {
        return Objects.requireNonNullElse(land, Land.UNKNOWN);
    }

    Plan plan() {
        return Objects.requireNonNullElse(plan, Plan.UNKNOWN);
    }

    List<ProjectInvestor> investors() {
        return List.copyOf(investors);
    }

    List<String> tagNames() {
        return tags.stream().map(tag -> tag.tag().name()).sorted().toList();
    }
}
