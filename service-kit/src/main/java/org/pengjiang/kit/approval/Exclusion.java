package org.pengjiang.kit.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may not confirm: these accounts, and everybody of these teams. */
public record Exclusion(Set<String> persons, Set<String> teams) {
    public static final Exclusion NOBODY = new Exclusion(Set.of(), Set.of());

    public Exclusion {
        persons = Set.copyOf(persons);
        teams = Set.copyOf(teams);
    }

    public static Exclusion ofTeams(Set<String> teams) {
        return new Exclusion(Set.of(), teams);
    }

    Exclusion and(Exclusion other) {
        return new Exclusion(union(persons, other.persons), union(teams, other.teams));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** Why the word of this account counts for nothing; empty when it does count. */
    Optional<TaintedConfirmation> taint(String account, List<String> itsTeams) {
        if (persons.contains(account)) {
            return Optional.of(new TaintedConfirmation(account, List.of()));
        }
        List<String> excluded =
                itsTeams.stream().filter(teams::contains).distinct().sorted().toList();
        return excluded.isEmpty() ? Optional.empty() : Optional.of(new TaintedConfirmation(account, excluded));
    }
}
