package org.pengjiang.bench;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.pengjiang.localstack.client.Answer;

/**
 * One kind of request that is measured.
 *
 * @param name what the plain driver knows it by
 * @param title what the table calls it
 * @param timesToReach how many times the driver's CPU the service's may be
 * @param caller gives each caller what it sends again and again; nothing is sent once what it uses up is used up
 * @param stock sees to it that so many can be sent
 */
record Scenario(
        String name,
        String title,
        double timesToReach,
        IntFunction<Supplier<Optional<Answer>>> caller,
        IntConsumer stock) {

    /** One that uses nothing up. */
    static Scenario of(String name, String title, double timesToReach, Supplier<Answer> request) {
        return forEach(name, title, timesToReach, caller -> request);
    }

    static Scenario forEach(String name, String title, double timesToReach, IntFunction<Supplier<Answer>> caller) {
        return new Scenario(
                name,
                title,
                timesToReach,
                number -> {
                    Supplier<Answer> request = caller.apply(number);
                    return () -> Optional.of(request.get());
                },
                wanted -> {});
    }

    Answer once() {
        return caller.apply(0).get().orElseThrow();
    }
}
