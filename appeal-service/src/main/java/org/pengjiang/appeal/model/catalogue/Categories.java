package org.pengjiang.appeal.model.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    private static final String CLASSES_FROM = """
        SELECT DISTINCT code, time_class FROM category
        WHERE valid_from > ?
            OR version = (SELECT coalesce(max(version) FILTER (WHERE valid_from <= ?), min(version)) FROM category)
        """;

    private static final String NAMES = "SELECT name_zh, name_en FROM category WHERE version = ? AND code = ?";

    private static final String RATED = "SELECT rated FROM category WHERE version = ? AND code = ?";

    private final Jdbc jdbc;
    private final Clock clock;
    /** No version is ever edited. */
    private final Map<String, Boolean> rated = new ConcurrentHashMap<>();

    private final Map<String, Optional<Names>> names = new ConcurrentHashMap<>();

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

    /** What a category is called. */
    public record Names(String zh, String en) {}

    /** As the catalogue said that the appeal was filed under. */
    public Optional<Names> names(int catalogueVersion, String code) {
        return names.computeIfAbsent(
                catalogueVersion + " " + code,
                unread -> jdbc.first(
                        NAMES, row -> new Names(row.getString(1), row.getString(2)), catalogueVersion, code));
    }

    /** The newest version, in force or to come. */
    public List<Category> newest() {
        return inForce(newestFrom());
    }

    public LocalDate newestFrom() {
        return jdbc.first("SELECT max(valid_from) FROM category", row -> row.getObject(1, LocalDate.class))
                .orElseThrow();
    }

    /** The codes of every version by its first day; of versions of the same day the newest holds. */
    public NavigableMap<LocalDate, Set<String>> codesByFirstDay() {
        NavigableMap<LocalDate, Set<String>> codes = new TreeMap<>();
        jdbc.list(
                        "SELECT valid_from, code FROM category WHERE version IN"
                                + " (SELECT max(version) FROM category GROUP BY valid_from)",
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getString(2)))
                .forEach(category -> codes.computeIfAbsent(category.getKey(), first -> new HashSet<>())
                        .add(category.getValue()));
        return codes;
    }

    /** The classes of each category on that day and later. */
    public Map<String, Set<TimeClass>> classesFrom(LocalDate day) {
        Map<String, Set<TimeClass>> classes = new HashMap<>();
        jdbc.list(CLASSES_FROM, row -> Map.entry(row.getString(1), TimeClass.valueOf(row.getString(2))), day, day)
                .forEach(
                        category -> classes.computeIfAbsent(category.getKey(), first -> EnumSet.noneOf(TimeClass.class))
                                .add(category.getValue()));
        return classes;
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
