package org.pengjiang.kit.identity;

import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** How long a token holds goes by the machine's time, as whoever gave it counts. */
final class TokenLife {
    private TokenLife() {}

    static Duration left(JsonWebToken token) {
        Duration left = Duration.ofSeconds(token.getExpirationTime()).minusMillis(System.currentTimeMillis());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
