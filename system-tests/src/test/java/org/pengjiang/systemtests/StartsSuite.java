package org.pengjiang.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every journey the one running suite; it goes down after the last of them. */
class StartsSuite implements ParameterResolver {
    private static final Namespace ALL_JOURNEYS = Namespace.create(StartsSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SuiteRun.class;
    }

    @Override
    public SuiteRun resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ALL_JOURNEYS)
                .computeIfAbsent(SuiteRun.class, start -> SuiteRun.start(), SuiteRun.class);
    }
}
