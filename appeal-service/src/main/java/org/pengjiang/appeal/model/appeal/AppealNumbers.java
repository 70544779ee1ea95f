package org.pengjiang.appeal.model.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;

/** Numbers such as {@code A-440703-2026-0001}, one sequence per district and year; gaps are allowed, repeats are not. */
@ApplicationScoped
public class AppealNumbers {
    private final Jdbc jdbc;

    AppealNumbers(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    public String next(DivisionCode division, int year) {
        String district = division.district().orElseThrow();
        long next = jdbc.first("SELECT next_appeal_number(?, ?)", row -> row.getLong(1), district, year)
                .orElseThrow();
        return String.format(Locale.ROOT, "A-%s-%d-%04d", district, year, next);
    }
}
