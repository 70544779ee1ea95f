package org.pengjiang.kit.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.person.PersonalNumbers;

/** The texts that lists are searched by, each beside its key. */
@ApplicationScoped
public class SearchTexts {
    private static final String KEEP = """
            INSERT INTO search_text (id, list, made_of, form, key) VALUES (?, ?, hashtextextended(?, 0), ?, ?)
            ON CONFLICT (id) DO UPDATE SET made_of = EXCLUDED.made_of, form = EXCLUDED.form, key = EXCLUDED.key
            """;
    private static final String UNMADE = "SELECT FROM search_text WHERE list = ? AND form = 0 LIMIT 1";

    private final Jdbc jdbc;

    SearchTexts(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** In the transaction that stores the text. Where that is forgotten, the table's trigger notes it and a job does it. */
    public void keep(SearchedList list, UUID id, String text) {
        jdbc.update(KEEP, id, list.name(), text, SearchKey.FORM, key(text));
    }

    /** Numbers of persons are masked in lists: they are found by no more digits than a list shows. */
    static String key(String text) {
        return SearchKey.of(PersonalNumbers.mask(text));
    }

    /** Whether every text of the list can be found by its key. */
    boolean areMade(SearchedList list) {
        return !jdbc.exists(UNMADE, list.name());
    }
}
