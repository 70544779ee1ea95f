package org.pengjiang.project.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pengjiang.identifiers.BasisPoints;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.project.events.ShareLine;

/** How the teams share one project's credit: whole to the last basis point, or not agreed at all. */
public record Shares(List<Share> lines) {
    public static final Shares NONE = new Shares(List.of());

    public Shares {
        lines = List.copyOf(lines);
    }

    /** @throws DomainException naming every fault: SHARES_NOT_WHOLE, SHARE_LINE_TWICE */
    public static Shares agreed(List<Share> lines) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Share line = lines.get(i);
            if (!seen.add(line.teamId() + "/" + line.role() + "/" + line.overlay())) {
                faults.add(Fault.at(
                        "/shares/" + i,
                        ProjectProblem.SHARE_LINE_TWICE,
                        line.teamCode(),
                        line.role().name()));
            }
        }
        Shares shares = new Shares(lines);
        if (!shares.isWhole()) {
            faults.add(Fault.at("/shares", ProjectProblem.SHARES_NOT_WHOLE, shares.sum()));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(ProjectProblem.SHARES_NOT_WHOLE, faults, shares.sum());
        }
        return shares;
    }

    private int sum() {
        return lines.stream()
                .filter(line -> !line.overlay())
                .mapToInt(Share::basisPoints)
                .sum();
    }

    boolean isWhole() {
        return sum() == BasisPoints.WHOLE;
    }

    /** Every team that gains by the project, in numbers or in name: none of its people may vouch for it. */
    public Set<String> teamCodes() {
        return lines.stream().map(Share::teamCode).collect(Collectors.toUnmodifiableSet());
    }

    public List<ShareLine> asEvent() {
        return lines.stream()
                .map(line -> new ShareLine(
                        line.teamId(), line.teamCode(), line.role().name(), line.basisPoints(), line.overlay()))
                .toList();
    }
}
