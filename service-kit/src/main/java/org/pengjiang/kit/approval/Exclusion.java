package org.pengjiang.kit.approval;

import java.util.List;
import java.util.Set;

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

    /** The excluded ones among these teams, in order. */
    List<String> among(List<String> some) {
        return some.stream().filter(teams::contains).distinct().sorted().toList();
    }
}
