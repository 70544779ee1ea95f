package org.pengjiang.appeal.testsupport;

import java.util.HashMap;
import java.util.Map;
import org.pengjiang.kit.testing.SuiteStack;

/** The real stack with the clock at five on the Friday before a Sunday that is worked. */
public class AppealStack extends SuiteStack {
    public static final String FRIDAY_AT_FIVE = "2026-09-18T17:00:00+08:00";

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(super.start());
        configuration.put("suite.clock.start", FRIDAY_AT_FIVE);
        configuration.put("suite.calendar.refresh-every", "200ms");
        // a test that guesses codes has a network of its own
        configuration.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        configuration.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        // another service may already listen on the usual ports of this machine
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
    }
}
