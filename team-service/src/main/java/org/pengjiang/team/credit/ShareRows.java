package org.pengjiang.team.credit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** The share rulings of a project as rows. */
final class ShareRows {
    private ShareRows() {}

    static List<ProjectAccount.ShareRuling> of(Connection connection, UUID project) throws SQLException {
        TreeMap<Integer, LocalDate> from = new TreeMap<>();
        TreeMap<Integer, List<Share>> shares = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT ruling, valid_from, team_id, team_code, role, basis_points, overlay
                FROM credited_share WHERE project_id = ? ORDER BY ruling, team_code, role""")) {
            select.setObject(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    from.put(row.getInt(1), row.getObject(2, LocalDate.class));
                    shares.computeIfAbsent(row.getInt(1), ruling -> new ArrayList<>())
                            .add(new Share(
                                    row.getObject(3, UUID.class),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getInt(6),
                                    row.getBoolean(7)));
                }
            }
        }
        return from.entrySet().stream()
                .map(ruling -> new ProjectAccount.ShareRuling(
                        ruling.getValue(), shares.getOrDefault(ruling.getKey(), List.of())))
                .toList();
    }

    static void insert(Connection connection, UUID project, int known, List<ProjectAccount.ShareRuling> rulings)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO credited_share
                  (project_id, ruling, valid_from, team_id, team_code, role, basis_points, overlay)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (int ruling = known; ruling < rulings.size(); ruling++) {
                for (Share share : rulings.get(ruling).shares()) {
                    insert.setObject(1, project);
                    insert.setInt(2, ruling + 1);
                    insert.setObject(3, rulings.get(ruling).validFrom());
                    insert.setObject(4, share.teamId());
                    insert.setString(5, share.teamCode());
                    insert.setString(6, share.role());
                    insert.setInt(7, share.basisPoints());
                    insert.setBoolean(8, share.overlay());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
