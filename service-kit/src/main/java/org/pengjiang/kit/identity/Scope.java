package org.pengjiang.kit.identity;

/**
 * Which tenants' rows a query may find. Every method of a repository and of a class called …Queries takes one, or what follows
 * from one: the {@link Caller}, or an aggregate that was loaded by it. An architecture rule demands it. What belongs to no
 * tenant says so with {@link Unscoped}.
 */
public sealed interface Scope permits DivisionScope, SystemScope {
    /**
     * For background work, which no person asks for. An architecture rule allows it to consumers, periodic jobs and due sources;
     * they hand it on to what works for them.
     */
    static SystemScope system() {
        return SystemScope.ALL;
    }
}
