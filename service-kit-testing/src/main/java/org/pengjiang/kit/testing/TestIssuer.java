package org.pengjiang.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pengjiang.localstack.SharedServers;

/**
 * A key of its own for one test run: {@link #settings} publishes it as JWKS, {@link #sign} makes tokens with it. The private
 * key travels in the configuration, because the resource that starts the servers and the tests are not always loaded by
 * one class loader.
 */
public final class TestIssuer {
    public static final String ISSUER = "http://issuer.test/realms/pengjiang";
    private static final String KEY = "suite.test.token-key";
    private static final String KEY_ID = "test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestIssuer() {}

    /** What a service under test needs to trust these tokens, and a test to make them: the same for all of a test run. */
    public static Map<String, String> settings() {
        return SharedServers.settings("issuer", TestIssuer::start);
    }

    /** Serves the JWKS on a free port of the loopback. */
    private static Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] jwks = JSON.writeValueAsBytes(Map.of("keys", new Object[] {jwk((RSAPublicKey) keys.getPublic())}));
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, jwks.length);
                exchange.getResponseBody().write(jwks);
                exchange.close();
            });
            server.start();
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks",
                    "mp.jwt.verify.issuer",
                    ISSUER,
                    KEY,
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed token of exactly these claims. */
    public static String sign(Map<String, ?> claims) {
        return sign(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID), claims);
    }

    static String sign(Map<String, ?> header, Map<String, ?> claims) {
        try {
            String content = encoded(JSON.writeValueAsBytes(header)) + "." + encoded(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        String key = ConfigProvider.getConfig()
                .getOptionalValue(KEY, String.class)
                .orElseThrow(() ->
                        new IllegalStateException(KEY + " is not set: annotate the test so that SuiteStack runs"));
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
    }

    private static Map<String, String> jwk(RSAPublicKey key) {
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                encoded(unsigned(key.getModulus())),
                "e",
                encoded(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
