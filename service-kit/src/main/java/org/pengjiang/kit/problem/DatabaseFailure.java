package org.pengjiang.kit.problem;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be written down about a failure of the database. The message of a violated constraint or of an unreadable value
 * can quote the row, so a log and a table get the SQLState and the names of table, column and constraint instead.
 */
public final class DatabaseFailure {
    /** Data exception, integrity violation, check option, raised by a function: their texts can quote values. */
    private static final Set<String> CLASSES_THAT_QUOTE_VALUES = Set.of("22", "23", "44", "P0");

    private DatabaseFailure() {}

    /** One line for a log or a column: the failure's class and message, with the texts of the database replaced. */
    public static String describe(Throwable failure) {
        Map<String, String> texts = texts(failure);
        String line = replaced(failure.toString(), texts);
        return texts.isEmpty() || texts.values().stream().anyMatch(line::contains)
                ? line
                : line + ": " + texts.values().iterator().next();
    }

    /** The same failure for a log, with its stack traces; itself where no database took part. */
    public static Throwable withoutRow(Throwable failure) {
        Map<String, String> texts = texts(failure);
        return texts.isEmpty() ? failure : copy(failure, texts, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable copy(Throwable failure, Map<String, String> texts, Set<Throwable> seen) {
        Throwable copy = new Described(replaced(failure.toString(), texts));
        copy.setStackTrace(failure.getStackTrace());
        if (seen.add(failure)) {
            if (failure.getCause() != null) {
                copy.initCause(copy(failure.getCause(), texts, seen));
            }
            for (Throwable suppressed : failure.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, texts, seen));
            }
        }
        return copy;
    }

    /** Everything that the database said, with what is written instead. */
    private static Map<String, String> texts(Throwable failure) {
        Map<String, String> texts = new HashMap<>();
        for (Throwable part : parts(failure)) {
            if (part instanceof SQLException refused && refused.getMessage() != null) {
                texts.put(refused.getMessage(), described(refused));
            }
        }
        return texts;
    }

    private static List<Throwable> parts(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> parts = new ArrayList<>(List.of(failure));
        for (int i = 0; i < parts.size(); i++) {
            Throwable part = parts.get(i);
            if (seen.add(part)) {
                parts.addAll(List.of(part.getSuppressed()));
                if (part.getCause() != null) {
                    parts.add(part.getCause());
                }
            }
        }
        return parts;
    }

    private static String replaced(String text, Map<String, String> texts) {
        String clean = text;
        for (Map.Entry<String, String> said : texts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
                .toList()) {
            clean = clean.replace(said.getKey(), said.getValue());
        }
        return clean;
    }

    private static String described(SQLException failure) {
        // a batch repeats the failure of its entry, in other words and with the statement
        if (failure instanceof BatchUpdateException && failure.getCause() instanceof SQLException entry) {
            return described(entry);
        }
        String state = failure.getSQLState();
        boolean quotes =
                state != null && CLASSES_THAT_QUOTE_VALUES.contains(state.substring(0, Math.min(2, state.length())));
        ServerErrorMessage server = failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
        StringBuilder text = new StringBuilder("SQLState ").append(state);
        if (server != null) {
            name(text, "table", server.getTable());
            name(text, "column", server.getColumn());
            name(text, "constraint", server.getConstraint());
        }
        if (!quotes) {
            name(text, "message", server == null ? failure.getMessage() : server.getMessage());
        }
        return text.toString();
    }

    private static void name(StringBuilder text, String what, @Nullable String name) {
        if (name != null) {
            text.append(", ").append(what).append(' ').append(name);
        }
    }

    /** Stands in a log for the failure whose class and cleaned message it shows. */
    private static final class Described extends Exception {
        private static final long serialVersionUID = 1L;

        Described(String text) {
            super(text);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
