package org.pengjiang.project.model;

import java.util.ArrayList;
import java.util.List;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/**
 * Who may change a special class: the office, the captain of a sharing team, and by appointment (the account, whatever
 * the role) its leader and its head.
 */
public enum ClassPermissions {
    /** Members come and go. */
    STAFF("addClassMember", "removeClassMember"),
    /** Another head. */
    HEAD("appointClassPosts"),
    /** Another leader or lead unit, the end of a class, another in its place. */
    WHOLE("appointClassPosts", "closeSpecialClass", "replaceSpecialClass");

    private final List<String> commands;

    ClassPermissions(String... commands) {
        this.commands = List.of(commands);
    }

    /** @throws DomainException NOT_IN_CHARGE_OF_CLASS */
    public void require(InvestmentProject project, SpecialClass specialClass, Caller caller) {
        if (!allows(project, specialClass, caller)) {
            throw new DomainException(ProjectProblem.NOT_IN_CHARGE_OF_CLASS);
        }
    }

    private boolean allows(InvestmentProject project, SpecialClass specialClass, Caller caller) {
        if (caller.hasRole(Roles.PROMOTION_OFFICE)) {
            return true;
        }
        String account = caller.subject();
        return switch (this) {
            case STAFF ->
                specialClass.isLedBy(account)
                        || specialClass.isHeadedBy(account)
                        || (caller.hasRole(Roles.TEAM_CAPTAIN)
                                && Membership.of(caller, project.shares().teamCodes()));
            case HEAD -> specialClass.isLedBy(account);
            case WHOLE -> false;
        };
    }

    /** The commands on the class that this caller could give now. */
    public static List<String> allowedCommands(InvestmentProject project, Caller caller) {
        List<String> allowed = new ArrayList<>();
        if (project.condition() != Condition.ACTIVE) {
            return allowed;
        }
        SpecialClass open = project.specialClass().orElse(null);
        if (open == null) {
            if (mayOpen(project, caller)) {
                allowed.add("openSpecialClass");
            }
            return allowed;
        }
        for (ClassPermissions permission : values()) {
            if (permission.allows(project, open, caller)) {
                permission.commands.stream()
                        .filter(command -> !allowed.contains(command))
                        .filter(command -> !command.equals("closeSpecialClass") || project.mayLoseItsClass())
                        .forEach(allowed::add);
            }
        }
        return allowed;
    }

    private static boolean mayOpen(InvestmentProject project, Caller caller) {
        boolean role = caller.hasRole(Roles.PROMOTION_OFFICE) || caller.hasRole(Roles.TEAM_CAPTAIN);
        return role && project.stage() != Stage.LEAD && Permissions.mayWorkOn(project, caller, "special-class:open");
    }
}
