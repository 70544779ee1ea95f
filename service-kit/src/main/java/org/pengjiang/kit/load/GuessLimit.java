package org.pengjiang.kit.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Limits how often one network may guess a secret that opens something without a token. A wrong guess costs a place, a right one
 * none. Whoever has no place left is refused before the secret is compared.
 */
@ApplicationScoped
public class GuessLimit {
    private static final long MOST_NETWORKS = 20_000;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final LoadingCache<String, Bucket> networks;
    private final CurrentVertxRequest current;
    private final Counter refused;

    GuessLimit(CurrentVertxRequest current, EdgeConfig config, MeterRegistry meters) {
        int most = config.rateLimit().guessesPerHour();
        this.networks = Caffeine.newBuilder()
                .maximumSize(MOST_NETWORKS)
                .expireAfterAccess(PERIOD)
                .build(network -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, PERIOD))
                        .build());
        this.current = current;
        this.refused = Refused.counter(meters, "guesses", Refused.ANY_CLASS);
    }

    /**
     * @param guess empty when it was wrong
     * @throws DomainException TOO_MANY_REQUESTS when the network of the current request has guessed wrong too often
     */
    public <T> Optional<T> count(Supplier<Optional<T>> guess) {
        Bucket places =
                networks.get(Client.network(current.getCurrent().request().remoteAddress()));
        if (!places.tryConsume(1)) {
            refused.increment();
            throw new DomainException(KitProblem.TOO_MANY_REQUESTS);
        }
        Optional<T> opened = guess.get();
        if (opened.isPresent()) {
            places.addTokens(1);
        }
        return opened;
    }
}
