package org.pengjiang.appeal.escalation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pengjiang.appeal.testsupport.AppealStack;

@QuarkusTest
@TestProfile(StartedIn2027Test.InThatYear.class)
class StartedIn2027Test extends LaterYearScenario {
    public static class InThatYear implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Stack.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    public static class Stack extends AppealStack {
        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = new HashMap<>(super.start());
            configuration.put("suite.clock.start", "2027-02-08T10:00:00+08:00");
            return configuration;
        }
    }
}
