package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.QueryCode;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.crypto.Digest;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.load.GuessLimit;
import org.pengjiang.kit.problem.DomainException;

/**
 * Opens appeals to whoever knows a number and its query code. A wrong code, a number that does not exist and a number that is locked
 * are answered alike, after the same statements. Five wrong tries lock a number for an hour, also for the right code; what a network
 * may try wrong is limited before, so that nobody keeps many numbers locked.
 *
 * <p>A wrong try stays counted: its refusal keeps what the transaction has written, where there is one.
 * Ages are those of the database: an hour is a promise of technique, not a business date.
 */
@ApplicationScoped
@Unscoped("the query code says whose appeals they are")
public class QueryCodes {
    public static final int FORGOTTEN_AT_ONCE = 1000;

    private static final int TRIES = 5;
    private static final String NO_HASH = "";

    private static final String OF_APPEAL = "SELECT id, query_code_hash FROM appeal WHERE no = ?";
    private static final String OF_SUBMISSION =
            "SELECT id, query_code_hash FROM appeal WHERE submission_no = ? ORDER BY id";
    private static final String FAILURES =
            "SELECT failures FROM query_failure WHERE number = ? AND failed_at > now() - interval '1 hour'";

    /** While a number is locked its hour goes on; one that has passed begins anew. */
    private static final String FAILED = """
            INSERT INTO query_failure AS f (number, failures, failed_at) VALUES (?, 1, now())
            ON CONFLICT (number) DO UPDATE SET
                failures = CASE WHEN f.failed_at <= now() - interval '1 hour' THEN 1
                                ELSE least(f.failures + 1, %1$d) END,
                failed_at = CASE WHEN f.failures >= %1$d AND f.failed_at > now() - interval '1 hour' THEN f.failed_at
                                 ELSE now() END
            """.formatted(TRIES);

    private static final String FORGET_OLD = """
            DELETE FROM query_failure WHERE failed_at <= now() - interval '1 hour' AND number IN
                (SELECT number FROM query_failure WHERE failed_at <= now() - interval '1 hour' ORDER BY failed_at LIMIT %d)
            """.formatted(FORGOTTEN_AT_ONCE);

    private static final String FORGET = "DELETE FROM query_failure WHERE number = ?";

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");

    private final GuessLimit guesses;
    private final Jdbc jdbc;

    QueryCodes(GuessLimit guesses, DataSource database) {
        this.guesses = guesses;
        this.jdbc = Jdbc.of(database);
    }

    private record Found(UUID id, @Nullable String hash) {}

    /**
     * @param number of an appeal, or of a submission
     * @return the appeals it opens, oldest first
     * @throws DomainException QUERY_CODE_WRONG, TOO_MANY_REQUESTS
     */
    public List<UUID> open(String number, String code) {
        String asked = DASH.matcher(KeyText.of(number)).replaceAll("-").toUpperCase(Locale.ROOT);
        return guesses.count(() -> opened(asked, code))
                .orElseThrow(() -> new DomainException(AppealProblem.QUERY_CODE_WRONG).keepingWrites());
    }

    private Optional<List<UUID>> opened(String asked, String code) {
        int failures = jdbc.first(FAILURES, row -> row.getInt(1), asked).orElse(0);
        List<Found> found = jdbc.list(
                asked.startsWith("S") ? OF_SUBMISSION : OF_APPEAL,
                row -> new Found(row.getObject(1, UUID.class), row.getString(2)),
                asked);
        String wanted = found.isEmpty() || found.getFirst().hash() == null
                ? NO_HASH
                : found.getFirst().hash();
        boolean isRight = MessageDigest.isEqual(
                Digest.bytes(wanted), Digest.bytes(QueryCode.typed(code).hash()));
        if (!isRight || failures >= TRIES) {
            jdbc.update(FAILED, asked);
            return Optional.empty();
        }
        if (failures > 0) {
            jdbc.update(FORGET, asked);
        }
        return Optional.of(found.stream().map(Found::id).toList());
    }

    /** Forgets tries that are older than an hour; returns how many. */
    public int forgetOld() {
        return jdbc.update(FORGET_OLD);
    }
}
