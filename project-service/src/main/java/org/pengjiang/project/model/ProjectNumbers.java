package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.jdbc.Jdbc;

/** Numbers such as {@code P-440703-2026-0001}, one sequence per district and year; gaps are allowed, repeats are not. */
@ApplicationScoped
public class ProjectNumbers {
    private final Jdbc jdbc;

    ProjectNumbers(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    public String next(DivisionCode division, int year) {
        String district = division.district().orElseThrow();
        long next = jdbc.first("SELECT next_project_number(?, ?)", row -> row.getLong(1), district, year)
                .orElseThrow();
        return String.format(Locale.ROOT, "P-%s-%d-%04d", district, year, next);
    }
}
