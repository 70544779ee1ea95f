package org.pengjiang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request to the service and the same by somebody else: the plain driver, or another build. Measured in turns. */
final class Pair {

    private final Scenario scenario;
    private final Cell service;
    private final Cell driver;
    private final List<Cell.Cost> ofService = new ArrayList<>();
    private final List<Cell.Cost> ofDriver = new ArrayList<>();

    Pair(Scenario scenario, Cell service, Cell driver) {
        this.scenario = scenario;
        this.service = service;
        this.driver = driver;
    }

    /** Milliseconds of CPU per request to the service, of a round whose figures are not kept. */
    double warmUp(Duration length) {
        driver.measure(length.dividedBy(3));
        return service.measure(length).whole();
    }

    void round(Duration length) {
        ofService.add(service.measure(length));
        ofDriver.add(driver.measure(length));
    }

    /** The other one first: what drifts with time then favours nobody. */
    void reversedRound(Duration length) {
        ofDriver.add(driver.measure(length));
        ofService.add(service.measure(length));
    }

    String title() {
        return scenario.title();
    }

    double timesToReach() {
        return scenario.timesToReach();
    }

    Samples ofService() {
        return whole(ofService);
    }

    Samples ofDriver() {
        return whole(ofDriver);
    }

    double times() {
        return ofService().median() / ofDriver().median();
    }

    /** What of the service's cost PostgreSQL has spent. */
    Samples postgresOfService() {
        return Samples.of(ofService.stream().map(Cell.Cost::postgres).toList());
    }

    Samples postgresOfDriver() {
        return Samples.of(ofDriver.stream().map(Cell.Cost::postgres).toList());
    }

    Samples compilersOfService() {
        return Samples.of(ofService.stream().map(Cell.Cost::compilers).toList());
    }

    Samples compilersOfDriver() {
        return Samples.of(ofDriver.stream().map(Cell.Cost::compilers).toList());
    }

    /** Whether in the last round the compilers of both had little left to do. */
    boolean isWarm() {
        return ofService.getLast().isWarm() && ofDriver.getLast().isWarm();
    }

    private static Samples whole(List<Cell.Cost> costs) {
        return Samples.of(costs.stream().map(Cell.Cost::whole).toList());
    }
}
