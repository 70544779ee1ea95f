package org.pengjiang.team.testsupport;

import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.testing.SuiteStack;
import org.pengjiang.kit.testing.TestIssuer;

/** The real stack with the clock on a Friday in November 2026. */
public class TeamStack extends SuiteStack {
    public static final String TODAY = "2026-11-20";

    private TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = TestIssuer.start();
        Map<String, String> configuration = new HashMap<>(issuer.configuration());
        configuration.putAll(super.start());
        configuration.put("suite.clock.start", TODAY + "T10:00:00+08:00");
        return configuration;
    }

    @Override
    public void stop() {
        super.stop();
        if (issuer != null) {
            issuer.close();
        }
    }
}
