package org.pengjiang.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers for a minute which tokens were verified: a caller sends the same one with every request, and its signature costs a
 * tenth of a read. A token that has expired meanwhile is verified again, and refused. A key that the issuer withdraws counts for
 * a minute more.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens extends JWTCallerPrincipalFactory {
    private static final int MOST = 2_000;
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JWTCallerPrincipalFactory verifier;
    private final LongSupplier millis;
    private final Cache<String, JWTCallerPrincipal> verified;

    /** By the machine's time, as the verifier goes by it. */
    @Inject
    VerifiedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), System::currentTimeMillis, Ticker.systemTicker());
    }

    VerifiedTokens(JWTCallerPrincipalFactory verifier, LongSupplier millis, Ticker ticker) {
        this.verifier = verifier;
        this.millis = millis;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && millis.getAsLong() / 1000 < known.getExpirationTime()) {
            return known;
        }
        JWTCallerPrincipal principal = verifier.parse(token, context);
        verified.put(token, principal);
        return principal;
    }
}
