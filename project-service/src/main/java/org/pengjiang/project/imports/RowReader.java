package org.pengjiang.project.imports;

import static org.pengjiang.project.imports.HistoricColumns.AGREEMENT_AMOUNT;
import static org.pengjiang.project.imports.HistoricColumns.AGREEMENT_NO;
import static org.pengjiang.project.imports.HistoricColumns.AGREEMENT_SHA256;
import static org.pengjiang.project.imports.HistoricColumns.CHAIN;
import static org.pengjiang.project.imports.HistoricColumns.COUNTRY;
import static org.pengjiang.project.imports.HistoricColumns.DIVISION;
import static org.pengjiang.project.imports.HistoricColumns.EXTERNAL_ID;
import static org.pengjiang.project.imports.HistoricColumns.INCREMENT;
import static org.pengjiang.project.imports.HistoricColumns.INDUSTRY_CODE;
import static org.pengjiang.project.imports.HistoricColumns.INVESTOR_ID_NO;
import static org.pengjiang.project.imports.HistoricColumns.INVESTOR_ID_TYPE;
import static org.pengjiang.project.imports.HistoricColumns.INVESTOR_NAME;
import static org.pengjiang.project.imports.HistoricColumns.KIND;
import static org.pengjiang.project.imports.HistoricColumns.NAME;
import static org.pengjiang.project.imports.HistoricColumns.PARENT_NO;
import static org.pengjiang.project.imports.HistoricColumns.PLANNED_TOTAL;
import static org.pengjiang.project.imports.HistoricColumns.SHARES;
import static org.pengjiang.project.imports.HistoricColumns.SIGNED_ON;
import static org.pengjiang.project.imports.HistoricColumns.TAGS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableProblem;
import org.pengjiang.kit.table.TableRow;
import org.pengjiang.project.model.CountryCode;
import org.pengjiang.project.model.HistoricEntry;
import org.pengjiang.project.model.HistoricProject;
import org.pengjiang.project.model.Industry;
import org.pengjiang.project.model.InvestorIdentity;
import org.pengjiang.project.model.PlannedMoney;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.ProjectKind;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.ProjectTag;
import org.pengjiang.project.model.Shares;
import org.pengjiang.project.model.TagKind;

/** Makes a project of a past year out of a row, or says everything that is wrong with it. Check and run use the same. */
@ApplicationScoped
class RowReader {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COUNTRY_CODE = Pattern.compile(CountryCode.SHAPE);
    /** Anything else stands in the wrong column, may be a person's, and is not repeated in the fault. */
    private static final Pattern CHAIN_CODE = Pattern.compile("[A-Z_]{1,40}");

    private static final String ALL_TAGS =
            Arrays.stream(TagKind.values()).map(Enum::name).collect(Collectors.joining(" | "));

    private final HistoricEntry entry;

    RowReader(HistoricEntry entry) {
        this.entry = entry;
    }

    /** @param project absent exactly when there are faults */
    record Reading(@Nullable HistoricProject project, List<Fault> faults) {}

    Reading read(TableRow row, Surroundings around) {
        if (!row.isWhole()) {
            return new Reading(null, row.faults());
        }
        String externalId = externalId(row, around);
        LocalDate signedOn = signedOn(row, around.year());
        DivisionCode division = division(row, around);
        ProjectFacts facts = facts(row, division, around);
        InvestorIdentity identity = identity(row, division);
        String investorName = row.get(INVESTOR_NAME);
        if (identity != null
                && investorName != null
                && division != null
                && entry.isKnownUnderAnotherName(around.district(), identity, investorName)) {
            row.fault(INVESTOR_NAME, ProjectProblem.INVESTOR_NAME_DIFFERS);
        }
        String country = row.get(COUNTRY);
        if (country != null && !COUNTRY_CODE.matcher(country).matches()) {
            row.fault(COUNTRY, ProjectProblem.COUNTRY_SHAPE);
        }
        String agreementNo = row.get(AGREEMENT_NO);
        Yuan agreementAmount = positive(row, AGREEMENT_AMOUNT);
        String sha256 = row.get(AGREEMENT_SHA256);
        if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
            row.fault(AGREEMENT_SHA256, ProjectProblem.SHA256_SHAPE);
        }
        Shares shares = shares(row, signedOn, around);
        if (!row.faults().isEmpty()) {
            return new Reading(null, row.faults());
        }
        return new Reading(
                new HistoricProject(
                        needed(externalId),
                        needed(facts),
                        around.chainVersion(needed(facts)),
                        needed(investorName),
                        identity,
                        country == null ? "CN" : country,
                        needed(agreementNo),
                        needed(agreementAmount),
                        needed(signedOn),
                        needed(sha256),
                        needed(shares)),
                List.of());
    }

    private static <T> T needed(@Nullable T value) {
        return Objects.requireNonNull(value, "a row without faults has it");
    }

    private static @Nullable String externalId(TableRow row, Surroundings around) {
        String externalId = row.get(EXTERNAL_ID);
        if (externalId != null) {
            int first = around.firstRowOf(externalId);
            if (first > 0 && first < row.no()) {
                row.fault(EXTERNAL_ID, ProjectProblem.DUPLICATE_IN_FILE, "external_id", first);
            }
            if (around.isImported(externalId)) {
                row.fault(EXTERNAL_ID, ProjectProblem.EXTERNAL_ID_IMPORTED);
            }
        }
        return externalId;
    }

    private static @Nullable Yuan positive(TableRow row, Column<Yuan> column) {
        Yuan amount = row.get(column);
        if (amount != null && !amount.isPositive()) {
            row.fault(column, ProjectProblem.AMOUNT_NOT_POSITIVE);
        }
        return amount;
    }

    private static @Nullable LocalDate signedOn(TableRow row, int year) {
        LocalDate signedOn = row.get(SIGNED_ON);
        if (signedOn != null && signedOn.getYear() != year) {
            row.fault(SIGNED_ON, ProjectProblem.DATE_NOT_IN_YEAR, year);
        }
        return signedOn;
    }

    private static @Nullable DivisionCode division(TableRow row, Surroundings around) {
        DivisionCode division = row.get(DIVISION);
        if (division != null && !around.district().contains(division)) {
            row.fault(DIVISION, ProjectProblem.DIVISION_OUT_OF_SCOPE, division.value());
        }
        return division;
    }

    private static @Nullable ProjectFacts facts(TableRow row, @Nullable DivisionCode division, Surroundings around) {
        String name = row.get(NAME);
        ProjectKind kind = row.get(KIND);
        Yuan total = positive(row, PLANNED_TOTAL);
        String chain = row.get(CHAIN);
        if (chain != null && !around.hasChain(chain)) {
            row.fault(
                    CHAIN,
                    ProjectProblem.CHAIN_UNKNOWN,
                    CHAIN_CODE.matcher(chain).matches() ? chain : "…");
        }
        Yuan increment = row.get(INCREMENT);
        String parentNo = row.get(PARENT_NO);
        if (parentNo != null && around.parent(parentNo).isEmpty()) {
            row.fault(PARENT_NO, ProjectProblem.PARENT_UNKNOWN);
        }
        List<ProjectTag> tags = tags(row);
        if (name == null || kind == null || division == null || total == null) {
            return null;
        }
        Industry industry = new Industry(chain, null, row.get(INDUSTRY_CODE), null);
        ProjectFacts facts = new ProjectFacts(
                name,
                kind,
                division,
                parentNo == null ? null : around.parent(parentNo).orElse(null),
                increment,
                null,
                null,
                null,
                null,
                industry,
                PlannedMoney.ofTotal(total),
                null,
                null,
                null,
                tags,
                null,
                null);
        facts.contradictions().stream()
                // the planned total is the only amount of money here, and it is judged already
                .filter(fault -> !fault.pointer().startsWith("/money/"))
                .forEach(fault -> row.fault(columnOf(fault), fault));
        return facts;
    }

    /** The facts speak of themselves in the words of the API; a file has columns. */
    private static Column<?> columnOf(Fault fault) {
        return switch (fault.pointer().split("/")[1]) {
            case "parentProjectId" -> PARENT_NO;
            case "incrementYuan" -> INCREMENT;
            case "divisionCode" -> DIVISION;
            case "industry" -> INDUSTRY_CODE;
            case "tags" -> TAGS;
            default -> NAME;
        };
    }

    private static List<ProjectTag> tags(TableRow row) {
        List<ProjectTag> tags = new ArrayList<>();
        String given = row.get(TAGS);
        if (given != null) {
            for (String name : given.split(";", -1)) {
                Optional<TagKind> tag = Arrays.stream(TagKind.values())
                        .filter(known -> known.name().equals(name.strip()))
                        .findFirst();
                tag.ifPresentOrElse(
                        known -> tags.add(new ProjectTag(known, "IMPORT")),
                        () -> row.fault(TAGS, TableProblem.ENUM_UNKNOWN, ALL_TAGS));
            }
        }
        return tags;
    }

    private static @Nullable InvestorIdentity identity(TableRow row, @Nullable DivisionCode division) {
        if (row.isEmpty(INVESTOR_ID_TYPE) != row.isEmpty(INVESTOR_ID_NO)) {
            row.fault(INVESTOR_ID_NO, ProjectProblem.INVESTOR_ID_INCOMPLETE);
        }
        IdType idType = row.get(INVESTOR_ID_TYPE);
        String number = row.get(INVESTOR_ID_NO);
        if (idType == null || number == null || division == null) {
            return null;
        }
        if (idType == IdType.PASSPORT) {
            row.fault(INVESTOR_ID_TYPE, ProjectProblem.ID_TYPE_NOT_IMPORTABLE);
            return null;
        }
        List<Fault> faults = new ArrayList<>();
        InvestorIdentity identity = InvestorIdentity.examined(idType, number, null, "/", faults);
        faults.forEach(fault -> row.fault(INVESTOR_ID_NO, fault));
        return identity;
    }

    private static @Nullable Shares shares(TableRow row, @Nullable LocalDate signedOn, Surroundings around) {
        String given = row.get(SHARES);
        if (given == null || signedOn == null) {
            return null;
        }
        try {
            return around.shares(given, signedOn);
        } catch (DomainException refusal) {
            if (refusal.faults().isEmpty()) {
                row.fault(SHARES, new Fault("/", refusal.code(), refusal.arguments()));
            }
            refusal.faults().forEach(fault -> row.fault(SHARES, fault));
            return null;
        }
    }
}
