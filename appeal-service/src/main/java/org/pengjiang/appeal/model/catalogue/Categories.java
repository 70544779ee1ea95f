package org.pengjiang.appeal.model.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;

/** The catalogue in force. */
@ApplicationScoped
@Unscoped("the catalogue is one for all districts")
public class Categories implements RatedCategories {
    private static final String IN_FORCE = """
        SELECT version, code, name_zh, name_en, time_class, rated, assumption FROM category
        WHERE version = (SELECT coalesce(max(version) FILTER (WHERE valid_from <= ?), min(version)) FROM category)
        ORDER BY position
        """;

    private static final String RATED = "SELECT rated FROM category WHERE version = ? AND code = ?";

    private final Jdbc jdbc;
    private final Clock clock;
    /** No version is ever edited. */
    private final Map<String, Boolean> rated = new ConcurrentHashMap<>();

    Categories(DataSource database, Clock clock) {
        this.jdbc = Jdbc.of(database);
        this.clock = clock;
    }

    public List<Category> inForce() {
        return inForce(LocalDate.now(clock));
    }

    /** As the catalogue said that the appeal was filed under. */
    @Override
    public boolean isRated(int catalogueVersion, String code) {
        return rated.computeIfAbsent(
                catalogueVersion + " " + code,
                unread -> jdbc.first(RATED, row -> row.getBoolean(1), catalogueVersion, code)
                        .orElse(true));
    }

    /** The newest version, in force or to come. */
    public List<Category> newest() {
        return inForce(newestFrom());
    }

    public LocalDate newestFrom() {
        return jdbc.first("SELECT max(valid_from) FROM category", row -> row.getObject(1, LocalDate.class))
                .orElseThrow();
    }

    /** The catalogue of that day; the first one for days before it. */
    public List<Category> inForce(LocalDate on) {
        return jdbc.list(
                IN_FORCE,
                row -> new Category(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        TimeClass.valueOf(row.getString(5)),
                        row.getBoolean(6),
                        row.getBoolean(7)),
                on);
    }

    /** What people call the matters of each category, whichever version of the catalogue brought it. */
    public Map<String, List<String>> terms() {
        Map<String, List<String>> terms = new HashMap<>();
        jdbc.list(
                        "SELECT DISTINCT code, term FROM category_term ORDER BY code, term",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(term -> terms.computeIfAbsent(term.getKey(), first -> new ArrayList<>())
                        .add(term.getValue()));
        return terms;
    }

    public Optional<Category> find(String code) {
        return find(code, LocalDate.now(clock));
    }

    /** As it was on the day an appeal was received. */
    public Optional<Category> find(String code, LocalDate on) {
        return inForce(on).stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }
}
