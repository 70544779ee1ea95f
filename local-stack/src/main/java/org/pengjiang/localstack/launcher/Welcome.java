package org.pengjiang.localstack.launcher;

import java.io.PrintStream;

/** What a person who just started the suite wants to know. */
final class Welcome {

    private final SuiteFolder folder;
    private final PrintStream out;

    Welcome(SuiteFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void print() {
        SuiteState state = SuiteState.read(folder).orElseThrow();
        out.println();
        for (SuiteState.Part part : state.parts()) {
            out.printf("  %-18s %s%n", part.name(), part.address());
        }
        out.println();
        String service = state.parts().stream()
                .filter(part -> part.name().endsWith("-service"))
                .map(SuiteState.Part::address)
                .findFirst()
                .orElse("http://127.0.0.1:8081");
        out.println("  Act as somebody:   TOKEN=$(./suite token --as promotion-office)");
        out.println("  Ask a service:     curl -H \"Authorization: Bearer $TOKEN\" " + service + "/v1/me");
        out.println("  Look, stop:        ./suite status   ./suite logs project-service   ./suite down");
    }
}
