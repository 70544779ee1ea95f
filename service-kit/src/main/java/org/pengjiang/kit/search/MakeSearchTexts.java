package org.pengjiang.kit.search;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Makes the keys of texts that were stored without one: before there were keys, or by a replica of the release before. Some in a
 * transaction, so that it goes on where it was cut off, on whatever replica.
 */
@ApplicationScoped
public class MakeSearchTexts implements PeriodicJob {
    private static final int ROWS = 500;
    private static final String TAKE = """
            SELECT s.id, t.%s AS text FROM search_text s JOIN %s t ON t.id = s.id
             WHERE s.list = ? AND s.form = 0 ORDER BY s.id LIMIT ? FOR NO KEY UPDATE OF s SKIP LOCKED
            """;
    private static final String MAKE =
            "UPDATE search_text SET made_of = hashtextextended(?, 0), form = ?, key = ? WHERE id = ?";

    private final Jdbc jdbc;
    private final List<SearchedList> lists;

    MakeSearchTexts(DataSource database, @All List<SearchedList> lists) {
        this.jdbc = Jdbc.of(database);
        this.lists = lists;
    }

    private record Text(UUID id, String text) {}

    @Override
    public String name() {
        return "search-texts";
    }

    @Override
    public Period period() {
        return new Period(Optional.of(Duration.ofMinutes(1)));
    }

    @Override
    public void round() {
        for (SearchedList list : lists) {
            int made = ROWS;
            while (made == ROWS && SupervisedLoop.goesOn()) {
                made = QuarkusTransaction.requiringNew().call(() -> some(list));
            }
        }
    }

    private int some(SearchedList list) {
        List<Text> texts = jdbc.list(
                TAKE.formatted(list.text(), list.table()),
                row -> new Text(row.getObject("id", UUID.class), row.getString("text")),
                list.name(),
                ROWS);
        List<@Nullable Object[]> rows = texts.stream()
                .map(text ->
                        new @Nullable Object[] {text.text(), SearchKey.FORM, SearchTexts.key(text.text()), text.id()})
                .toList();
        jdbc.batch(MAKE, rows);
        return texts.size();
    }
}
