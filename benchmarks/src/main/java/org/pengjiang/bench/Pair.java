package org.pengjiang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request to the service and the same statements by the plain driver, measured in turns. */
final class Pair {

    private final String title;
    private final double timesToReach;
    private final Cell service;
    private final Cell driver;
    private final List<Double> ofService = new ArrayList<>();
    private final List<Double> ofDriver = new ArrayList<>();

    /** @param timesToReach how many times the driver's CPU the service's may be */
    Pair(String title, double timesToReach, Cell service, Cell driver) {
        this.title = title;
        this.timesToReach = timesToReach;
        this.service = service;
        this.driver = driver;
    }

    /** Milliseconds of CPU per request to the service, of a round whose figures are not kept. */
    double warmUp(Duration length) {
        driver.measure(length.dividedBy(3));
        return service.measure(length);
    }

    void round(Duration length) {
        ofService.add(service.measure(length));
        ofDriver.add(driver.measure(length));
    }

    String title() {
        return title;
    }

    double timesToReach() {
        return timesToReach;
    }

    Samples ofService() {
        return Samples.of(ofService);
    }

    Samples ofDriver() {
        return Samples.of(ofDriver);
    }

    double times() {
        return ofService().median() / ofDriver().median();
    }
}
