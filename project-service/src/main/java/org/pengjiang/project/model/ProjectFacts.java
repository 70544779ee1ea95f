package org.pengjiang.project.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.identifiers.NationalProjectCode;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.OneLine;

/**
 * What is said of a project, as far as it is known: everything but its stage, its papers and its credit.
 *
 * @param divisionCode where it is to stand: a district, or a town or street of it
 * @param incrementYuan what an EXPANSION adds to what its parent already counted
 * @param nationalCodes of the national approval platform; one project may hold several
 */
public record ProjectFacts(
        @NotNull @OneLine(max = 200) String name,
        @NotNull ProjectKind kind,
        @NotNull DivisionCode divisionCode,
        @Nullable UUID parentProjectId,
        @Nullable Yuan incrementYuan,
        @Nullable Boolean separateFilingCode,
        @Nullable Confidentiality confidentiality,
        @Nullable @Size(max = 50) List<@NotNull @Valid ProjectInvestor> investors,
        @Nullable @Valid Origin origin,
        @Nullable @Valid Industry industry,
        @Nullable @Valid PlannedMoney money,
        @Nullable @Valid Output output,
        @Nullable @Valid Land land,
        @Nullable @Valid Plan plan,
        @Nullable @Size(max = 6) List<@NotNull @Valid ProjectTag> tags,
        @Nullable @Size(max = 20) List<@NotNull @KeyString(max = 40) String> nationalCodes,
        @Nullable @Valid Contact contact) {

    /** @throws DomainException naming every contradiction between the facts, {@code further} among them */
    public void requireConsistent(List<Fault> further) {
        List<Fault> faults = new ArrayList<>(further);
        faults.addAll(contradictions());
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }

    /** What in these facts cannot be true together. */
    public List<Fault> contradictions() {
        List<Fault> faults = new ArrayList<>();
        place(faults);
        ancestry(faults);
        who(faults);
        if (industry != null) {
            industry.examine(faults);
        }
        if (money != null) {
            money.examine(faults);
        }
        if (output != null) {
            output.examine(faults);
        }
        if (plan != null) {
            plan.examine(faults);
        }
        codes(faults);
        return faults;
    }

    private void place(List<Fault> faults) {
        if (divisionCode.level().compareTo(DivisionLevel.DISTRICT) < 0
                || divisionCode.district().isEmpty()) {
            faults.add(Fault.at("/divisionCode", ProjectProblem.DIVISION_TOO_WIDE));
        }
    }

    private void ancestry(List<Fault> faults) {
        if (kind.needsParent() && parentProjectId == null) {
            faults.add(Fault.at("/parentProjectId", ProjectProblem.PARENT_MISSING));
        }
        if (!kind.needsParent() && parentProjectId != null) {
            faults.add(Fault.at("/parentProjectId", ProjectProblem.PARENT_NOT_EXPECTED));
        }
        if (kind != ProjectKind.EXPANSION && incrementYuan != null) {
            faults.add(Fault.at("/incrementYuan", ProjectProblem.INCREMENT_NOT_EXPANSION));
        }
        if (incrementYuan != null && !incrementYuan.isPositive()) {
            faults.add(Fault.at("/incrementYuan", ProjectProblem.AMOUNT_NOT_POSITIVE));
        }
    }

    private void who(List<Fault> faults) {
        Set<UUID> investorsSeen = new HashSet<>();
        int sum = 0;
        for (int i = 0; i < investorsOrNone().size(); i++) {
            ProjectInvestor investor = investorsOrNone().get(i);
            sum += investor.shareBasisPoints() == null ? 0 : investor.shareBasisPoints();
            if (!investorsSeen.add(investor.investorId())) {
                faults.add(Fault.at("/investors/" + i + "/investorId", ProjectProblem.INVESTOR_TWICE));
            }
        }
        if (sum > 10_000) {
            faults.add(Fault.at("/investors", ProjectProblem.INVESTOR_SHARES_ABOVE_WHOLE, sum));
        }
        Set<TagKind> tagsSeen = new HashSet<>();
        for (int i = 0; i < tagsOrNone().size(); i++) {
            if (!tagsSeen.add(tagsOrNone().get(i).tag())) {
                faults.add(Fault.at("/tags/" + i, ProjectProblem.TAG_TWICE));
            }
        }
    }

    private void codes(List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < nationalCodesOrNone().size(); i++) {
            try {
                if (!seen.add(
                        NationalProjectCode.parse(nationalCodesOrNone().get(i)).value())) {
                    faults.add(Fault.at("/nationalCodes/" + i, ProjectProblem.NATIONAL_CODE_TWICE));
                }
            } catch (InvalidIdentifier refusal) {
                faults.add(Fault.at("/nationalCodes/" + i, refusal.finding()));
            }
        }
    }

    /** The same facts with one investor, who controls. */
    ProjectFacts investedBy(UUID investorId) {
        return new ProjectFacts(
                name,
                kind,
                divisionCode,
                parentProjectId,
                incrementYuan,
                separateFilingCode,
                confidentiality,
                List.of(new ProjectInvestor(investorId, null, true)),
                origin,
                industry,
                money,
                output,
                land,
                plan,
                tags,
                nationalCodes,
                contact);
    }

    public List<ProjectInvestor> investorsOrNone() {
        return investors == null ? List.of() : investors;
    }

    List<ProjectTag> tagsOrNone() {
        return tags == null ? List.of() : tags;
    }

    List<String> nationalCodesOrNone() {
        return nationalCodes == null ? List.of() : nationalCodes;
    }
}
