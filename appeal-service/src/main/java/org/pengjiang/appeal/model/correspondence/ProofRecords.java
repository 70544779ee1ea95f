package org.pengjiang.appeal.model.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Which record has proven a contact with whom: a call to one enterprise proves nothing of another one. */
@ApplicationScoped
public class ProofRecords {
    private static final String CLAIM = """
            INSERT INTO proof_record (district, channel, record, day, enterprise) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (district, channel, record, day) DO NOTHING""";
    private static final String HOLDER = """
            SELECT enterprise FROM proof_record WHERE district = ? AND channel = ? AND record = ? AND day = ?""";

    private final Jdbc jdbc;

    ProofRecords(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /**
     * Keeps the record for the enterprise of the appeal on this day.
     *
     * @return the proof, which says now whether its record was given on this day before
     * @throws DomainException PROOF_OF_ANOTHER
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ContactProof claim(Appeal appeal, ContactProof said, Instant at) {
        String record = key(said);
        if (record == null) {
            return said;
        }
        List<Object> place = List.of(
                appeal.division().district().orElse(appeal.division().value()),
                said.channel().name(),
                record,
                ShanghaiTime.date(at));
        String appellant = appellant(appeal);
        boolean isFirst = jdbc.update(CLAIM, place.get(0), place.get(1), place.get(2), place.get(3), appellant) == 1;
        if (isFirst) {
            return said;
        }
        String holder =
                jdbc.first(HOLDER, row -> row.getString(1), place.toArray()).orElseThrow();
        if (!holder.equals(appellant)) {
            throw new DomainException(
                    AppealProblem.PROOF_OF_ANOTHER, List.of(Fault.at("/proof", AppealProblem.PROOF_OF_ANOTHER)));
        }
        return said.again();
    }

    /** By the credit code or the foreign register; whoever stands in none is known by the appeal alone. */
    private static String appellant(Appeal appeal) {
        Appellant known = appeal.filing().appellant();
        if (known.creditCode() != null) {
            return known.creditCode();
        }
        return known.registerNumber() == null
                ? appeal.id().toString()
                : known.registerCountry() + " " + known.registerNumber();
    }

    /** Letters and digits alone: how somebody types a number makes no other record of it. */
    private static @Nullable String key(ContactProof said) {
        String proof = said.answered() && said.proof() != null ? said.proof() : "";
        String record = proof.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return record.isEmpty() ? null : record;
    }
}
