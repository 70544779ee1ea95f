package org.pengjiang.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * What officials are called. A name comes from the token of whoever changes something, in the transaction of the change, and
 * stands outside the log. Nobody of an enterprise is kept.
 */
@ApplicationScoped
public class AccountNames {
    private static final String CLAIM = "name";
    private static final int LONGEST = 100;
    private static final int MOST_REMEMBERED = 10_000;
    private static final long REMEMBERED_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Never waits: whoever writes the same account at the same moment writes the same name. */
    private static final String NOTE = """
            INSERT INTO account_name (account, name, division, seen_on)
            SELECT n.account, n.name, n.division, n.seen_on FROM (VALUES (?, ?, ?::text, ?::date)) AS n (account, name, division, seen_on)
             WHERE NOT EXISTS (SELECT FROM account_name k WHERE k.account = n.account AND k.name = n.name
                                  AND k.division IS NOT DISTINCT FROM n.division AND k.seen_on >= n.seen_on)
               AND pg_try_advisory_xact_lock(hashtextextended('account-name/' || n.account, 0))
            ON CONFLICT (account) DO UPDATE
               SET name = excluded.name, division = excluded.division, seen_on = excluded.seen_on
            """;

    private static final String FIND = "SELECT account, name FROM account_name WHERE account = ANY (?)";

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    AccountNames(DataSource database, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Noted(String name, @Nullable String division, LocalDate on) {}

    private record Read(String name, long atNanos) {
        boolean isFresh() {
            return System.nanoTime() - atNanos < REMEMBERED_NANOS;
        }
    }

    /** The name that a token gives to an official. */
    public static Optional<String> inToken(Caller caller) {
        return !Party.isOfficial(caller)
                ? Optional.empty()
                : caller.claim(CLAIM)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty()
                                && name.codePointCount(0, name.length()) <= LONGEST
                                && name.chars().noneMatch(Character::isISOControl));
    }

    /** Once a day for each account and replica, in the transaction of what the caller changes. */
    public void note(Caller caller) {
        inToken(caller).ifPresent(name -> {
            Noted now =
                    new Noted(name, caller.division().map(DivisionCode::value).orElse(null), LocalDate.now(clock));
            if (!now.equals(noted.get(caller.subject()))) {
                write(caller.subject(), now);
                afterCommit(() -> remember(noted, caller.subject(), now));
            }
        });
    }

    private void write(String account, Noted now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setString(1, account);
            insert.setString(2, now.name());
            insert.setString(3, now.division());
            insert.setObject(4, now.on());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the name of an account cannot be written", e);
        }
        read.remove(account);
    }

    private void afterCommit(Runnable action) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only what was committed counts
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    /** The names that are known of these accounts, in one query at most. */
    public Map<String, String> of(Collection<String> accounts) {
        Map<String, String> names = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String account : accounts) {
            Read known = read.get(account);
            if (known != null && known.isFresh()) {
                names.put(account, known.name());
            } else if (!account.equals(CurrentCaller.SYSTEM.subject())) {
                unknown.add(account);
            }
        }
        if (!unknown.isEmpty()) {
            find(unknown).forEach((account, name) -> {
                names.put(account, name);
                remember(read, account, new Read(name, System.nanoTime()));
            });
        }
        return names;
    }

    private Map<String, String> find(Set<String> accounts) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setArray(1, connection.createArrayOf("text", accounts.toArray()));
            Map<String, String> names = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("the names of accounts cannot be read", e);
        }
    }

    private static <V> void remember(Map<String, V> memory, String account, V value) {
        if (memory.size() >= MOST_REMEMBERED) {
            memory.clear();
        }
        memory.put(account, value);
    }

    /** For whoever empties the database underneath: a test. */
    public void forget() {
        noted.clear();
        read.clear();
    }
}
