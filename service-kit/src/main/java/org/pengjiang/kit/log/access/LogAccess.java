package org.pengjiang.kit.log.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.jdbc.SqlCondition;

/**
 * The one place that says which rows of the log a caller may see. Whether the caller may see the subject is asked beside it:
 * the feed asks for the division, everything else asks the subject's repository.
 */
@ApplicationScoped
public class LogAccess {
    private static final String READ_INTERNAL = "log:read-internal";
    private static final String READ_RESTRICTED = "log:read-restricted";
    private static final String NAMES_PARTY = "l.audience IN ('PARTY', 'RESTRICTED')"
            + " AND CASE l.form WHEN 1 THEN l.party = ? ELSE ? = ANY (l.parties) END";
    private static final String WITHHELD = """
            CASE WHEN l.subject_type = ? AND NOT %s
                 THEN (SELECT coalesce(jsonb_object_agg(m.key, m.value), '{}')::text
                         FROM jsonb_each(l.data::jsonb) m WHERE m.key = ANY (?::text[]))
                 ELSE %s END""";

    private final RolePermissions permissions = RolePermissions.load();
    private final SubjectPermissions subjects = SubjectPermissions.load();
    private final List<Involvement> involvements;
    private final List<HandedInByPartners> handedIn;

    LogAccess(@All List<Involvement> involvements, @All List<HandedInByPartners> handedIn) {
        this.involvements = involvements;
        this.handedIn = handedIn;
    }

    public RowAccess of(Caller caller) {
        Optional<String> party = Party.of(caller).map(Party::creditCode);
        boolean isOfficial = Party.isOfficial(caller);
        return new RowAccess(
                party.map(code -> SqlCondition.of(NAMES_PARTY, code, code)).orElseGet(() -> ofDivision(caller)),
                party,
                isOfficial,
                isOfficial ? actor(caller) : SqlCondition.of("NULL::text"),
                isOfficial ? data(caller) : SqlCondition.of("coalesce(l.party_data, l.data)"));
    }

    /** The account of a person of a party says whose the subject is. */
    private SqlCondition actor(Caller caller) {
        return involvements.stream()
                .flatMap(involvement -> involvement.hidesParty(caller).stream())
                .reduce(SqlCondition::or)
                .map(hidden -> SqlCondition.of("? = ANY (string_to_array(l.actor_role, ','))", Party.ROLE)
                        .and(hidden))
                .map(hidden ->
                        new SqlCondition("CASE WHEN " + hidden.sql() + " THEN NULL ELSE l.actor END", hidden.values()))
                .orElseGet(() -> SqlCondition.of("l.actor"));
    }

    /** Without what is for those involved alone. */
    private SqlCondition data(Caller caller) {
        SqlCondition data = SqlCondition.of("l.data");
        if (permissions.isGranted(caller.roles(), READ_RESTRICTED)) {
            return data;
        }
        for (Involvement involvement : involvements) {
            Involvement.Withheld withheld = involvement.withheld().orElse(null);
            if (withheld != null) {
                data = without(withheld, involvement.of(caller).orElse(SqlCondition.of("false")), data);
            }
        }
        return data;
    }

    private static SqlCondition without(Involvement.Withheld withheld, SqlCondition involved, SqlCondition data) {
        List<Object> values = new ArrayList<>(List.of(withheld.subjectType()));
        values.addAll(involved.values());
        values.add(withheld.shown().toArray(String[]::new));
        values.addAll(data.values());
        return new SqlCondition(WITHHELD.formatted(involved.sql(), data.sql()), values);
    }

    /** Which rows an official is shown by where the subject lies: in their division, or elsewhere all the same. */
    public SqlCondition within(Caller official) {
        SqlCondition outside = elsewhere(official).orElseGet(() -> SqlCondition.of("false"));
        return official.scope()
                .root()
                .map(root -> SqlCondition.of("starts_with(l.division, ?)", root.value())
                        .or(outside))
                .orElse(outside);
    }

    /** Which rows an official is shown that lie outside of their division. */
    public Optional<SqlCondition> elsewhere(Caller caller) {
        return Party.isOfficial(caller)
                ? involvements.stream()
                        .flatMap(involvement -> involvement.elsewhere(caller).stream())
                        .reduce(SqlCondition::or)
                : Optional.empty();
    }

    private SqlCondition ofDivision(Caller caller) {
        return Party.isOutsider(caller) ? SqlCondition.of("false") : ofStaff(caller);
    }

    /** What the timeline of a subject would refuse, the feed does not show either. */
    private SqlCondition ofStaff(Caller caller) {
        SqlCondition readable = SqlCondition.of(
                "l.subject_type = ANY (?)", (Object) subjects.of(caller).toArray(String[]::new));
        boolean internal = permissions.isGranted(caller.roles(), READ_INTERNAL);
        boolean restricted = permissions.isGranted(caller.roles(), READ_RESTRICTED);
        SqlCondition rows = internal ? readable : readable.and(SqlCondition.of("l.audience <> 'INTERNAL'"));
        SqlCondition open = restricted ? rows : rows.and(involved(caller));
        return Party.isOfficial(caller) ? open.and(notConcealed(caller)) : ofPartner(caller, rows, open);
    }

    /** A row with a view for parties is for one, also where it names none or is restricted. */
    private SqlCondition ofPartner(Caller partner, SqlCondition rows, SqlCondition open) {
        SqlCondition others = open;
        SqlCondition own = SqlCondition.of("false");
        for (HandedInByPartners type : handedIn) {
            others = others.and(SqlCondition.of("l.subject_type <> ?", type.subjectType()));
            own = own.or(SqlCondition.of("l.subject_type = ?", type.subjectType())
                    .and(SqlCondition.of("(l.audience = 'PARTY' OR l.party_data IS NOT NULL)"))
                    .and(type.of(partner)));
        }
        return others.or(rows.and(own));
    }

    private SqlCondition notConcealed(Caller caller) {
        SqlCondition shown = SqlCondition.of("true");
        for (Involvement involvement : involvements) {
            Optional<SqlCondition> concealed = involvement.concealed(caller);
            if (concealed.isPresent()) {
                shown = shown.and(concealed.get().negated());
            }
        }
        return shown;
    }

    /** The audience comes first: a row that is not restricted asks for no involvement. */
    private SqlCondition involved(Caller caller) {
        List<String> hidden = involvements.stream()
                .flatMap(involvement -> involvement.withheld().stream())
                .flatMap(withheld -> withheld.hidden().stream())
                .toList();
        SqlCondition any = SqlCondition.of("l.audience <> 'RESTRICTED'");
        if (!hidden.isEmpty()) {
            any = any.and(SqlCondition.of("l.type <> ALL (?)", (Object) hidden.toArray(String[]::new)));
        }
        for (Involvement involvement : involvements) {
            any = involvement.of(caller).map(any::or).orElse(any);
        }
        return any;
    }
}
