package org.pengjiang.kit.identity;

/** The rows of all tenants. A method that takes it serves background work alone, since no request can get one. */
public final class SystemScope implements Scope {
    static final SystemScope ALL = new SystemScope();

    private SystemScope() {}

    @Override
    public String toString() {
        return "all tenants";
    }
}
