package org.pengjiang.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifyingTokensTest {
    private static final JWTAuthContextInfo CONTEXT = new JWTAuthContextInfo();
    private static final Instant BEGIN = Instant.parse("2026-09-18T08:30:00Z");

    private Instant now = BEGIN;
    private int asked;
    private final VerifiedTokens tokens = new VerifiedTokens(
            new JWTCallerPrincipalFactory() {
                @Override
                public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
                    asked++;
                    if (token.contains("forged") || !now.isBefore(expiry(token))) {
                        throw new ParseException("refused");
                    }
                    JwtClaims claims = new JwtClaims();
                    claims.setExpirationTime(
                            NumericDate.fromSeconds(expiry(token).getEpochSecond()));
                    return new DefaultJWTCallerPrincipal(token, "JWT", claims);
                }
            },
            () -> now.toEpochMilli(),
            () -> Duration.between(BEGIN, now).toNanos());

    @Test
    void aTokenIsVerifiedOnceInAMinute() throws ParseException {
        JWTCallerPrincipal first = tokens.parse("genuine 900", CONTEXT);
        now = now.plus(VerifiedTokens.REMEMBERED).minusNanos(1);
        assertSame(first, tokens.parse("genuine 900", CONTEXT));
        assertEquals(1, asked);

        now = now.plusNanos(1);
        tokens.parse("genuine 900", CONTEXT);
        assertEquals(2, asked);
    }

    @Test
    void oneThatHasExpiredMeanwhileIsRefused() throws ParseException {
        tokens.parse("genuine 30", CONTEXT);
        now = now.plusSeconds(29);
        tokens.parse("genuine 30", CONTEXT);

        now = now.plusSeconds(1);
        assertThrows(ParseException.class, () -> tokens.parse("genuine 30", CONTEXT));
    }

    @Test
    void aRefusedOneIsNotRemembered() {
        for (int i = 1; i <= 2; i++) {
            assertThrows(ParseException.class, () -> tokens.parse("forged 900", CONTEXT));
            assertEquals(i, asked);
        }
    }

    private static Instant expiry(String token) {
        return BEGIN.plusSeconds(Long.parseLong(token.substring(token.indexOf(' ') + 1)));
    }
}
