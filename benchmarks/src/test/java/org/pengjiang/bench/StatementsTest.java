package org.pengjiang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final String FILE = MeasuredService.OF_THE_KIT;

    @Test
    void an_insert_asks_for_the_columns_that_it_does_not_write_itself() {
        List<String> columns = Statements.columns("INSERT INTO notice (id, cause, state) VALUES (?, ?, 'WAITING')");

        assertEquals(List.of("id", "cause"), columns);
    }

    @Test
    void an_update_asks_for_what_it_sets_and_not_for_what_it_looks_for() {
        List<String> columns = Statements.columns("update appeal set state=?,\nversion=? where id=? and version=?");

        assertEquals(List.of("state", "version"), columns);
    }

    @Test
    void a_statement_is_the_same_however_postgresql_writes_it_down() {
        // Given
        String log = Statements.texts(FILE).values().stream()
                .map(text -> "LOG:  execute S_7: " + text.replace(", ", ",\n\t").replace("?", "$12"))
                .collect(Collectors.joining("\n"));

        // When
        List<String> outdated = StatementTrace.outdated(List.of(FILE), log);

        // Then
        assertEquals(List.of(), outdated);
    }

    @Test
    void a_statement_that_has_changed_is_named() {
        // Given
        Map<String, String> texts = Statements.texts(FILE);
        String log = texts.values().stream()
                .map(text -> text.replace("done_by", "ended_by"))
                .collect(Collectors.joining("\n"));

        // When
        List<String> outdated = StatementTrace.outdated(List.of(FILE), log);

        // Then
        assertEquals(List.of(FILE + " end-task"), outdated);
    }
}
