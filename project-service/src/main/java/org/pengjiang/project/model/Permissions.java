package org.pengjiang.project.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Whether this person may touch this project; which roles may call at all stands on the resource methods. */
public final class Permissions {
    private static final Set<String> TEAM_ROLES = Set.of(Roles.TEAM_MEMBER, Roles.TEAM_CAPTAIN);

    private static final RolePermissions OF_ROLES = RolePermissions.load();

    private Permissions() {}

    /**
     * Once teams share a project, the people of other teams keep their hands off it; its first reporter never loses it.
     *
     * @param permission what the operation needs, such as {@code project:share}; a second role lifts the rule only where that
     *     role has the permission itself
     * @throws DomainException NOT_OF_CREDITED_TEAM
     */
    public static void requireOwnTeamIfClaimed(InvestmentProject project, Caller caller, String permission) {
        if (!mayWorkOn(project, caller, permission)) {
            throw new DomainException(ProjectProblem.NOT_OF_CREDITED_TEAM);
        }
    }

    static boolean mayWorkOn(InvestmentProject project, Caller caller, String permission) {
        Set<String> otherRoles = new HashSet<>(caller.roles());
        otherRoles.removeAll(TEAM_ROLES);
        return OF_ROLES.isGranted(otherRoles, permission)
                || (OF_ROLES.isGranted(caller.roles(), permission) && isOfItsTeam(project, caller));
    }

    private static boolean isOfItsTeam(InvestmentProject project, Caller caller) {
        Set<String> teams = project.shares().teamCodes();
        return Membership.of(caller, teams)
                || (teams.isEmpty() && project.registeredBy().equals(caller.subject()));
    }

    /** @throws DomainException FORBIDDEN without the role, NOT_OF_CREDITED_TEAM without a share */
    static void requireSubmitter(Gate gate, InvestmentProject project, Caller caller) {
        if (gate.submitters().stream().noneMatch(caller::hasRole)) {
            throw new DomainException(KitProblem.FORBIDDEN)
                    .with("submitters", gate.submitters().stream().sorted().toList());
        }
        if (!maySubmit(gate, project, caller)) {
            throw new DomainException(ProjectProblem.NOT_OF_CREDITED_TEAM);
        }
    }

    private static boolean maySubmit(Gate gate, InvestmentProject project, Caller caller) {
        return gate.submitters().stream()
                .filter(caller::hasRole)
                .anyMatch(role -> !TEAM_ROLES.contains(role) || isOfItsTeam(project, caller));
    }

    /** The commands that this caller could give now, so that a client draws the right buttons. */
    public static List<String> allowedCommands(InvestmentProject project, Caller caller) {
        List<String> commands = new ArrayList<>();
        if (project.condition() != Condition.ACTIVE) {
            return commands;
        }
        commands.addAll(ClassPermissions.allowedCommands(project, caller));
        if (mayWorkOn(project, caller, "evidence:add")) {
            commands.add("addEvidence");
        }
        if (project.openRequest().isEmpty()) {
            addQuietCommands(project, caller, commands);
        }
        project.openRequest()
                .ifPresentOrElse(
                        open -> addRequestCommands(open, caller, commands),
                        () -> addSubmissions(project, caller, commands));
        return commands;
    }

    private static void addQuietCommands(InvestmentProject project, Caller caller, List<String> commands) {
        boolean isSigned = project.stage().isSignedOrLater();
        if (mayWorkOn(project, caller, "project:revise")) {
            commands.add("reviseProject");
        }
        if (mayWorkOn(project, caller, "agreement:record")) {
            commands.add("recordAgreement");
        }
        if (isSigned ? caller.hasRole(Roles.PROMOTION_OFFICE) : mayWorkOn(project, caller, "project:share")) {
            commands.add("shareProject");
        }
        if (isSigned && mayWorkOn(project, caller, "amount:propose")) {
            commands.add("proposeAmount");
        }
    }

    private static void addRequestCommands(GateRequest open, Caller caller, List<String> commands) {
        try {
            open.roleToConfirmIn(caller);
            commands.add("confirmGateRequest");
            commands.add("rejectGateRequest");
        } catch (DomainException notHis) {
            // the buttons stay away; asking all the same gets the reason
        }
        if (open.approval().proposedBy().equals(caller.subject())) {
            commands.add("withdrawGateRequest");
        }
    }

    private static void addSubmissions(InvestmentProject project, Caller caller, List<String> commands) {
        Gates.next(project.stage()).stream().sorted().forEach(to -> {
            if (maySubmit(Gates.require(project.stage(), to), project, caller)) {
                commands.add("submitGateRequest:" + to.name());
            }
        });
    }
}
