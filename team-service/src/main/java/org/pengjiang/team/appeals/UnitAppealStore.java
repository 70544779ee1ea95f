package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.kit.jdbc.Jdbc;

/** The counters in the database. Keys are written in their order, so that two appeals never wait for each other in a circle. */
@ApplicationScoped
class UnitAppealStore {
    private static final String KNOWN =
            "SELECT 1 FROM unit_appeal_entry WHERE appeal_id = ? AND round = ? AND unit_code = ? AND fact = ?";
    private static final String COUNTED = """
            SELECT fact, figure, month, quantity FROM unit_appeal_entry
             WHERE appeal_id = ? AND round = ? AND unit_code = ? AND figure = ANY (?) AND quantity > 0
             ORDER BY fact, figure""";
    private static final String RATED = """
            SELECT DISTINCT unit_code FROM unit_appeal_entry
             WHERE appeal_id = ? AND round = ? AND fact = 'RATED' ORDER BY unit_code""";
    private static final String ENTER = """
            INSERT INTO unit_appeal_entry
              (appeal_id, round, unit_code, fact, figure, event_id, district, month, quantity)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ROLL_UP = """
            INSERT INTO unit_appeal_month (district, unit_code, month, figure, quantity) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (district, unit_code, month, figure)
            DO UPDATE SET quantity = unit_appeal_month.quantity + excluded.quantity""";
    private static final String STOOD = "SELECT unit_code, open FROM handled_appeal WHERE appeal_id = ? FOR UPDATE";
    private static final String STANDS = """
            INSERT INTO handled_appeal (appeal_id, district, unit_code, open) VALUES (?, ?, ?, ?)
            ON CONFLICT (appeal_id) DO UPDATE SET unit_code = excluded.unit_code, open = excluded.open""";
    private static final String OPEN = """
            INSERT INTO unit_appeal_open (district, unit_code, open_appeals) VALUES (?, ?, greatest(?, 0))
            ON CONFLICT (district, unit_code) DO UPDATE SET open_appeals = unit_appeal_open.open_appeals + ?""";

    private final Jdbc jdbc;

    UnitAppealStore(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    record Entry(UUID event, HandledAppeal appeal, String unit, LocalDate month, AppealFact fact) {}

    void add(Entry entry) {
        HandledAppeal appeal = entry.appeal();
        String fact = entry.fact().fact();
        if (jdbc.exists(KNOWN, appeal.id(), entry.fact().round(), entry.unit(), fact)) {
            return;
        }
        TreeMap<Figure, Integer> figures = new TreeMap<>(entry.fact().figures());
        List<Object[]> entries = new ArrayList<>();
        List<Object[]> months = new ArrayList<>();
        figures.forEach((figure, quantity) -> {
            entries.add(new Object[] {
                appeal.id(),
                entry.fact().round(),
                entry.unit(),
                fact,
                figure,
                entry.event(),
                appeal.district(),
                entry.month(),
                quantity
            });
            months.add(new Object[] {appeal.district(), entry.unit(), entry.month(), figure, quantity});
        });
        jdbc.batch(ENTER, entries);
        jdbc.batch(ROLL_UP, months);
    }

    private record Counted(String fact, String figure, LocalDate month, long quantity) {}

    /** The units for which the rating of a round was counted. */
    List<String> ratedUnits(HandledAppeal appeal, int round) {
        return jdbc.list(RATED, row -> row.getString(1), appeal.id(), round);
    }

    /** By entries of their own: nothing that was counted is removed. */
    void takeBack(UUID event, HandledAppeal appeal, Relief relief) {
        List<Counted> counted = jdbc.list(
                COUNTED,
                row -> new Counted(
                        row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getLong(4)),
                appeal.id(),
                relief.round(),
                relief.unit(),
                relief.figures().stream().map(Figure::name).toList());
        List<Object[]> entries = new ArrayList<>();
        List<Object[]> months = new ArrayList<>();
        for (Counted one : counted) {
            String fact = "RELIEVED_" + one.fact();
            if (!jdbc.exists(KNOWN, appeal.id(), relief.round(), relief.unit(), fact)) {
                entries.add(new Object[] {
                    appeal.id(),
                    relief.round(),
                    relief.unit(),
                    fact,
                    one.figure(),
                    event,
                    appeal.district(),
                    one.month(),
                    -one.quantity()
                });
                months.add(new Object[] {appeal.district(), relief.unit(), one.month(), one.figure(), -one.quantity()});
            }
        }
        jdbc.batch(ENTER, entries);
        jdbc.batch(ROLL_UP, months);
    }

    /** The appeal stands so from now on; what is open moves with it. */
    void stand(HandledAppeal now) {
        TreeMap<String, Integer> differences = new TreeMap<>();
        // the unit at which it was open
        jdbc.first(STOOD, row -> row.getBoolean(2) ? row.getString(1) : null, now.id())
                .ifPresent(before -> differences.merge(before, -1, Integer::sum));
        if (now.open() && now.unit() != null) {
            differences.merge(now.unit(), 1, Integer::sum);
        }
        jdbc.update(STANDS, now.id(), now.district(), now.unit(), now.open());
        differences.forEach((unit, difference) -> {
            if (difference != 0) {
                jdbc.update(OPEN, now.district(), unit, difference, difference);
            }
        });
    }
}
