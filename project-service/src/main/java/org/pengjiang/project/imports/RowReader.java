package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
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

    private final HistoricEntry entry;

    RowReader(HistoricEntry entry) {
        this.entry = entry;
    }

    /** @param project absent exactly when there are faults */
    record Reading(@Nullable HistoricProject project, List<Fault> faults) {}

    Reading read(HistoricFile.Row row, Surroundings around) {
        if (!row.faults().isEmpty()) {
            return new Reading(null, row.faults());
        }
        Cells cells = new Cells(row.cells());
        String externalId = externalId(cells, row, around);
        LocalDate signedOn = signedOn(cells, around.year());
        DivisionCode division = division(cells, around);
        ProjectFacts facts = facts(cells, division, around);
        InvestorIdentity identity = identity(cells, division);
        String investorName = cells.text("investor_name", 200);
        if (identity != null
                && investorName != null
                && division != null
                && entry.isKnownUnderAnotherName(around.district(), identity, investorName)) {
            cells.fault("investor_name", ProjectProblem.INVESTOR_NAME_DIFFERS);
        }
        String country = cells.optional("country", 2);
        String agreementNo = cells.text("agreement_no", 100);
        Yuan agreementAmount = cells.positiveAmount("agreement_amount_yuan");
        String sha256 = cells.text("agreement_sha256", 64);
        if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
            cells.fault("agreement_sha256", ProjectProblem.SHA256_SHAPE);
        }
        Shares shares = shares(cells, signedOn, around);
        if (!cells.faults().isEmpty()) {
            return new Reading(null, List.copyOf(cells.faults()));
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

    private static @Nullable String externalId(Cells cells, HistoricFile.Row row, Surroundings around) {
        String externalId = cells.text("external_id", 60);
        if (externalId != null) {
            int first = around.firstRowOf(externalId);
            if (first != row.no()) {
                cells.fault("external_id", ProjectProblem.DUPLICATE_IN_FILE, "external_id", first);
            }
            if (around.isImported(externalId)) {
                cells.fault("external_id", ProjectProblem.EXTERNAL_ID_IMPORTED);
            }
        }
        return externalId;
    }

    private static @Nullable LocalDate signedOn(Cells cells, int year) {
        LocalDate signedOn = cells.date("signed_on");
        if (signedOn != null && signedOn.getYear() != year) {
            cells.fault("signed_on", ProjectProblem.DATE_NOT_IN_YEAR, year);
        }
        return signedOn;
    }

    private static @Nullable DivisionCode division(Cells cells, Surroundings around) {
        DivisionCode division = cells.identifier("division", DivisionCode::parse);
        if (division != null && !around.district().contains(division)) {
            cells.fault("division", ProjectProblem.DIVISION_OUT_OF_SCOPE, division.value());
        }
        return division;
    }

    private static @Nullable ProjectFacts facts(Cells cells, @Nullable DivisionCode division, Surroundings around) {
        String name = cells.text("name", 200);
        ProjectKind kind = cells.oneOf("kind", ProjectKind.class, cells.text("kind", 40));
        Yuan total = cells.positiveAmount("planned_total_yuan");
        String chain = cells.optional("chain", 40);
        if (chain != null && !around.hasChain(chain)) {
            cells.fault("chain", ProjectProblem.CHAIN_UNKNOWN, chain);
        }
        String increment = cells.optional("increment_yuan", 30);
        Yuan incrementYuan = increment == null ? null : cells.parsed("increment_yuan", increment, Yuan::parse);
        String parentNo = cells.optional("parent_no", 40);
        if (parentNo != null && around.parent(parentNo).isEmpty()) {
            cells.fault("parent_no", ProjectProblem.PARENT_UNKNOWN);
        }
        List<ProjectTag> tags = tags(cells);
        if (name == null || kind == null || division == null || total == null) {
            return null;
        }
        Industry industry = new Industry(chain, null, cells.optional("industry_code", 5), null);
        ProjectFacts facts = new ProjectFacts(
                name,
                kind,
                division,
                parentNo == null ? null : around.parent(parentNo).orElse(null),
                incrementYuan,
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
        facts.contradictions().forEach(fault -> cells.faults().add(inFile(fault)));
        return facts;
    }

    /** The facts speak of themselves in the words of the API; a file has columns. */
    private static Fault inFile(Fault fault) {
        Map<String, String> columns = Map.of(
                "/parentProjectId",
                "/parent_no",
                "/incrementYuan",
                "/increment_yuan",
                "/divisionCode",
                "/division",
                "/industry/industryCode",
                "/industry_code");
        return new Fault(columns.getOrDefault(fault.pointer(), fault.pointer()), fault.code(), fault.arguments());
    }

    private static List<ProjectTag> tags(Cells cells) {
        List<ProjectTag> tags = new ArrayList<>();
        String given = cells.optional("tags", 200);
        if (given != null) {
            for (String name : given.split(";", -1)) {
                TagKind tag = cells.oneOf("tags", TagKind.class, name.strip());
                if (tag != null) {
                    tags.add(new ProjectTag(tag, "IMPORT"));
                }
            }
        }
        return tags;
    }

    private static @Nullable InvestorIdentity identity(Cells cells, @Nullable DivisionCode division) {
        String type = cells.optional("investor_id_type", 20);
        String number = cells.optional("investor_id_no", 60);
        if ((type == null) != (number == null)) {
            cells.fault("investor_id_no", ProjectProblem.INVESTOR_ID_INCOMPLETE);
        }
        IdType idType = cells.oneOf("investor_id_type", IdType.class, type);
        if (idType == null || number == null || division == null) {
            return null;
        }
        if (idType == IdType.PASSPORT) {
            cells.fault("investor_id_type", ProjectProblem.ID_TYPE_NOT_IMPORTABLE);
            return null;
        }
        return InvestorIdentity.examined(idType, number, null, "/investor_id_no", cells.faults());
    }

    private static @Nullable Shares shares(Cells cells, @Nullable LocalDate signedOn, Surroundings around) {
        String given = cells.text("shares", 1000);
        if (given == null || signedOn == null) {
            return null;
        }
        try {
            return around.shares(given, signedOn);
        } catch (DomainException refusal) {
            List<Fault> named = refusal.faults();
            if (named.isEmpty()) {
                cells.faults().add(new Fault("/shares", refusal.code(), refusal.arguments()));
            }
            named.forEach(fault -> cells.faults().add(new Fault("/shares", fault.code(), fault.arguments())));
            return null;
        }
    }
}
