package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Locale;
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
        Long next = (Long) entities.createNativeQuery("select next_appeal_number(:district, :year)", Long.class)
                .setParameter("district", district)
                .setParameter("year", year)
                .getSingleResult();
        return String.format(Locale.ROOT, "A-%s-%d-%04d", district, year, next);
    }
}
