package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;

/** Numbers such as {@code A-440703-2026-0001}, one sequence per district and year; gaps are allowed, repeats are not. */
@ApplicationScoped
public class AppealNumbers {
    private final EntityManager entities;

    AppealNumbers(EntityManager entities) {
        this.entities = entities;
    }

    public String next(DivisionCode division, int year) {
        String district = division.district().orElseThrow();
        long next = entities.unwrap(Session.class).doReturningWork(connection -> next(connection, district, year));
        return String.format(Locale.ROOT, "A-%s-%d-%04d", district, year, next);
    }

    private static long next(Connection connection, String district, int year) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT next_appeal_number(?, ?)")) {
            query.setString(1, district);
            query.setInt(2, year);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
