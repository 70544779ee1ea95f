package org.pengjiang.team.testsupport;

import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.testing.SuiteStack;

/** The real stack with the clock on a Friday in November 2026. */
public class TeamStack extends SuiteStack {
    public static final String TODAY = "2026-11-20";

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(super.start());
        configuration.put("suite.clock.start", TODAY + "T10:00:00+08:00");
        // another service may already listen on the usual ports of this machine
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
    }
}
