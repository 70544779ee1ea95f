package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Looks in the whole district for a live project that may be the same one: the same registered investor blocks, the same
 * name blocks together with the same chain, an amount within a fifth, or the same town. The name alone only warns.
 */
@ApplicationScoped
public class Duplicates {
    private static final int MOST = 20;
    private static final String CANDIDATES = """
            SELECT p.no, p.chain_code, p.planned_total_yuan, p.town, bool_or(i.id = ANY (?)) AS same_investor
            FROM investor i
            JOIN project_investor pi ON pi.investor_id = i.id
            JOIN project p ON p.id = pi.project_id
            WHERE i.district = ? AND (i.id = ANY (?) OR i.normalised_name = ANY (?))
              AND p.id <> ? AND p.stage <> 'LEAD' AND p.condition IN ('ACTIVE', 'SUSPENDED')
              AND p.id IS DISTINCT FROM ?
            GROUP BY p.id
            ORDER BY p.id
            LIMIT ?
            """;

    private final Jdbc jdbc;

    Duplicates(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    public List<Duplicate> of(InvestmentProject project, List<Investor> investors) {
        if (investors.isEmpty()) {
            return List.of();
        }
        List<UUID> identified = investors.stream()
                .filter(investor -> investor.idType() != null)
                .map(Investor::id)
                .toList();
        List<String> names = investors.stream()
                .flatMap(investor -> investor.normalisedName().stream())
                .toList();
        return jdbc.list(
                CANDIDATES,
                row -> judged(row, project),
                identified,
                project.division().district().orElse(""),
                identified,
                names,
                project.id(),
                // a phase or an expansion has its parent's investor by its nature
                project.facts(null).parentProjectId(),
                MOST);
    }

    private static Duplicate judged(ResultSet row, InvestmentProject project) throws SQLException {
        String no = row.getString("no");
        if (row.getBoolean("same_investor")) {
            return new Duplicate(no, "SAME_INVESTOR", true);
        }
        String chain = project.industry().chainCode();
        if (chain != null && chain.equals(row.getString("chain_code"))) {
            return new Duplicate(no, "SAME_NAME_AND_CHAIN", true);
        }
        var amount = row.getBigDecimal("planned_total_yuan");
        if (withinAFifth(project.money().plannedTotalYuan(), amount == null ? null : Yuan.of(amount))) {
            return new Duplicate(no, "SAME_NAME_AND_AMOUNT", true);
        }
        String town = project.division().town().orElse(null);
        if (town != null && Objects.equals(town, row.getString("town"))) {
            return new Duplicate(no, "SAME_NAME_AND_TOWN", true);
        }
        return new Duplicate(no, "SAME_NAME", false);
    }

    /** Within 20 % of the larger of the two, so that the answer does not depend on which came first. */
    static boolean withinAFifth(@Nullable Yuan one, @Nullable Yuan other) {
        if (one == null || other == null) {
            return false;
        }
        long larger = Math.max(one.fen(), other.fen());
        long difference = Math.abs(one.fen() - other.fen());
        // difference * 5 <= larger, without the product that could overflow
        return difference <= larger / 5;
    }
}
