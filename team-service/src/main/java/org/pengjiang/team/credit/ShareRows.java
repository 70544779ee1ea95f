package org.pengjiang.team.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.pengjiang.kit.jdbc.Jdbc;

/** The share rulings of a project as rows. */
final class ShareRows {
    private ShareRows() {}

    static List<ProjectAccount.ShareRuling> of(Jdbc jdbc, UUID project) {
        TreeMap<Integer, LocalDate> from = new TreeMap<>();
        TreeMap<Integer, List<Share>> shares = new TreeMap<>();
        jdbc.list(
                """
                SELECT ruling, valid_from, team_id, team_code, role, basis_points, overlay
                FROM credited_share WHERE project_id = ? ORDER BY ruling, team_code, role""",
                row -> {
                    from.put(row.getInt(1), row.getObject(2, LocalDate.class));
                    return shares.computeIfAbsent(row.getInt(1), ruling -> new ArrayList<>())
                            .add(new Share(
                                    row.getObject(3, UUID.class),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getInt(6),
                                    row.getBoolean(7)));
                },
                project);
        return from.entrySet().stream()
                .map(ruling -> new ProjectAccount.ShareRuling(
                        ruling.getValue(), shares.getOrDefault(ruling.getKey(), List.of())))
                .toList();
    }

    static void insert(Jdbc jdbc, UUID project, int known, List<ProjectAccount.ShareRuling> rulings) {
        List<Object[]> rows = new ArrayList<>();
        for (int ruling = known; ruling < rulings.size(); ruling++) {
            for (Share share : rulings.get(ruling).shares()) {
                rows.add(new Object[] {
                    project,
                    ruling + 1,
                    rulings.get(ruling).validFrom(),
                    share.teamId(),
                    share.teamCode(),
                    share.role(),
                    share.basisPoints(),
                    share.overlay()
                });
            }
        }
        jdbc.batch("""
                INSERT INTO credited_share
                  (project_id, ruling, valid_from, team_id, team_code, role, basis_points, overlay)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }
}
