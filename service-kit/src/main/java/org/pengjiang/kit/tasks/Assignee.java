package org.pengjiang.kit.tasks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a task waits for: one account; anyone with one of these roles, of one unit or of the subject's whole division; or the
 * people of an enterprise.
 *
 * @param unit code of a unit, only with roles
 * @param party credit code of an enterprise
 * @param except accounts that hold the role and may not do it all the same: whoever proposed what another must confirm
 * @param exceptTeams whose members may not do it either: those that gain by it
 * @param exceptUnits whose people neither do it nor see it: those that the subject is about, each with its district
 */
public record Assignee(
        @Nullable String account,
        List<String> roles,
        @Nullable String unit,
        @Nullable String party,
        List<String> except,
        List<String> exceptTeams,
        List<String> exceptUnits) {

    public static Assignee account(String account) {
        return new Assignee(account, List.of(), null, null, List.of(), List.of(), List.of());
    }

    public static Assignee role(String... roles) {
        return new Assignee(null, Arrays.stream(roles).sorted().toList(), null, null, List.of(), List.of(), List.of());
    }

    public static Assignee party(String creditCode) {
        return new Assignee(null, List.of(), null, creditCode, List.of(), List.of(), List.of());
    }

    public Assignee of(String unitCode) {
        return new Assignee(account, roles, unitCode, party, except, exceptTeams, exceptUnits);
    }

    public Assignee but(@Nullable String... accounts) {
        List<String> excluded = Stream.of(accounts)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted()
                .toList();
        return new Assignee(account, roles, unit, party, excluded, exceptTeams, exceptUnits);
    }

    /** For what is compared with a table that knows none. */
    public Assignee withoutExceptions() {
        return new Assignee(account, roles, unit, party, List.of(), List.of(), List.of());
    }

    public Assignee butTeams(Collection<String> teams) {
        return new Assignee(
                account,
                roles,
                unit,
                party,
                except,
                teams.stream().distinct().sorted().toList(),
                exceptUnits);
    }

    /** @param district where the code of the unit is unique */
    public Assignee butUnit(String district, String code) {
        return new Assignee(account, roles, unit, party, except, exceptTeams, List.of(unitKey(district, code)));
    }

    static String unitKey(String district, String code) {
        return district + '/' + code;
    }

    /** One word that differs for those who differ; who is excepted does not count, because it may change. */
    String key() {
        if (account != null) {
            return "account " + account;
        }
        if (party != null) {
            return "party " + party;
        }
        return "role " + String.join(",", roles) + (unit == null ? "" : " of " + unit);
    }
}
