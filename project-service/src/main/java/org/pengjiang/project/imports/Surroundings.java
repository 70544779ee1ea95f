package org.pengjiang.project.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.project.model.Chain;
import org.pengjiang.project.model.KnownTeam;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Share;
import org.pengjiang.project.model.ShareRole;
import org.pengjiang.project.model.Shares;

/**
 * What the rows of one chunk are held against, read once for all of them.
 *
 * @param imported the external numbers of this chunk that the district has already
 * @param parents the projects this chunk names as parents, by number
 */
record Surroundings(
        DivisionCode district,
        int year,
        Map<String, Integer> firstRows,
        Set<String> imported,
        Map<String, UUID> parents,
        List<Chain> chains,
        List<KnownTeam> teams) {
    private static final Pattern LINE = Pattern.compile("([^:]{1,20}):([A-Z_]{1,20}):([0-9]{1,5})");

    int firstRowOf(String externalId) {
        return firstRows.getOrDefault(externalId, 0);
    }

    boolean isImported(String externalId) {
        return imported.contains(externalId);
    }

    boolean hasChain(String code) {
        return chain(code).isPresent();
    }

    private Optional<Chain> chain(@Nullable String code) {
        return chains.stream().filter(chain -> chain.code().equals(code)).findFirst();
    }

    @Nullable Integer chainVersion(ProjectFacts facts) {
        return facts.industry() == null
                ? null
                : chain(facts.industry().chainCode()).map(Chain::version).orElse(null);
    }

    Optional<UUID> parent(String no) {
        return Optional.ofNullable(parents.get(no));
    }

    /**
     * Reads {@code T01:HOST:5000;T02:ORIGINATOR:5000}.
     *
     * @throws DomainException naming every fault
     */
    Shares shares(String given, LocalDate signedOn) {
        List<Fault> faults = new ArrayList<>();
        List<Share> lines = new ArrayList<>();
        for (String part : given.split(";", -1)) {
            Matcher line = LINE.matcher(KeyText.trimmed(part));
            Optional<ShareRole> role = line.matches() ? role(line.group(2)) : Optional.empty();
            if (role.isEmpty()) {
                faults.add(Fault.at("/shares", ProjectProblem.SHARES_SHAPE));
                continue;
            }
            Optional<KnownTeam> team = team(KeyText.of(line.group(1)), signedOn);
            if (team.isEmpty()) {
                faults.add(Fault.at("/shares", ProjectProblem.TEAM_UNKNOWN));
                continue;
            }
            lines.add(
                    new Share(team.get().id(), team.get().code(), role.get(), Integer.parseInt(line.group(3)), false));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(ProjectProblem.SHARES_SHAPE, faults);
        }
        return Shares.agreed(lines);
    }

    private static Optional<ShareRole> role(String name) {
        for (ShareRole role : ShareRole.values()) {
            if (role.name().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private Optional<KnownTeam> team(String code, LocalDate on) {
        return teams.stream()
                .filter(team -> team.code().equals(code) && team.existsOn(on) && team.worksIn(district))
                .findFirst();
    }
}
