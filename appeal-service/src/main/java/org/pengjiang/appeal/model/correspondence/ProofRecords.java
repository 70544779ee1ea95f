package org.pengjiang.appeal.model.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.Submission;
import org.pengjiang.appeal.model.policy.Proofs;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Which record has proven a contact with whom: a call to one enterprise proves nothing of another one. */
@ApplicationScoped
public class ProofRecords {
    private static final String CLAIM = """
            INSERT INTO proof_record (district, channel, record, day, enterprise) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (district, channel, record, day) DO NOTHING""";
    private static final String HOLDERS = """
            SELECT channel = ? AND day = ? AS here, enterprise = ? AS own FROM proof_record
            WHERE district = ? AND record = ? AND day BETWEEN ? AND ?""";

    private final Jdbc jdbc;
    private final Proofs proofs;

    ProofRecords(DataSource database, Proofs proofs) {
        this.jdbc = Jdbc.of(database);
        this.proofs = proofs;
    }

    private record Given(boolean here, boolean own) {}

    /**
     * Keeps the record of a contact that is verified for the enterprise of the appeal on this day.
     *
     * @return the proof, which says now whether its record was given before: on this day, or for another enterprise in the days before
     * @throws DomainException PROOF_OF_ANOTHER
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ContactProof claim(Appeal appeal, ContactProof said, Instant at) {
        DivisionCode division = appeal.division();
        String record = said.recordNumber();
        if (record == null || !said.isVerified(proofs.shortestCallSeconds(division))) {
            return said;
        }
        String district = division.district().orElse(division.value());
        String channel = said.channel().name();
        LocalDate day = ShanghaiTime.date(at);
        String appellant = appellant(appeal);
        boolean isFirst = jdbc.update(CLAIM, district, channel, record, day, appellant) == 1;
        List<Given> given = jdbc.list(
                HOLDERS,
                row -> new Given(row.getBoolean("here"), row.getBoolean("own")),
                channel,
                day,
                appellant,
                district,
                record,
                day.minusDays(proofs.recordDays(division)),
                day);
        if (given.stream().anyMatch(one -> one.here() && !one.own())) {
            throw new DomainException(
                    AppealProblem.PROOF_OF_ANOTHER, List.of(Fault.at("/proof", AppealProblem.PROOF_OF_ANOTHER)));
        }
        return isFirst && given.stream().allMatch(Given::own) ? said : said.again();
    }

    /** By the credit code or the foreign register; whoever stands in none is known by what was handed in together. */
    private static String appellant(Appeal appeal) {
        Appellant known = appeal.filing().appellant();
        if (known.creditCode() != null) {
            return known.creditCode();
        }
        if (known.registerNumber() != null) {
            return known.registerCountry() + " " + known.registerNumber();
        }
        Submission with = appeal.filing().submission();
        return with == null || with.no() == null ? appeal.id().toString() : with.no();
    }
}
