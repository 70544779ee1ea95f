package org.pengjiang.kit.crypto;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of a deployment. There are no built-in ones: a service without keys does not start. */
@ConfigMapping(prefix = "suite.crypto")
interface EncryptorConfig {
    /** {@code k2:base64,k1:base64}: the first seals, the others only open. 32 bytes each. */
    Optional<String> keys();

    /** Base64 of the 32 bytes that key the fingerprints. */
    @WithName("index-key")
    Optional<String> indexKey();

    /** True while replicas of the release before data keys still run: seals what they can read. */
    @WithName("first-format")
    @WithDefault("false")
    boolean firstFormat();

    /** Makes the encryptor, and fails the start with a sentence when it cannot. */
    @ApplicationScoped
    class Keys {
        private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

        @Produces
        @Singleton
        @Startup
        Encryptor encryptor(EncryptorConfig config) {
            String keys = config.keys()
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> new IllegalStateException(
                            "suite.crypto.keys is not set. Give at least one key as id:base64 of 32 bytes, for one"
                                    + " \"k1:$(openssl rand -base64 32)\", and keep it outside the database."));
            String indexKey = config.indexKey()
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> new IllegalStateException(
                            "suite.crypto.index-key is not set. Give the base64 of 32 bytes; it never changes."));
            return new Encryptor(parse(keys), decode("index-key", indexKey.strip()), config.firstFormat());
        }

        static Map<String, byte[]> parse(String keys) {
            Map<String, byte[]> parsed = new LinkedHashMap<>();
            for (String entry : keys.split(",", -1)) {
                int colon = entry.indexOf(':');
                String id = colon < 0 ? "" : entry.substring(0, colon).strip();
                if (!KEY_ID.matcher(id).matches()) {
                    throw new IllegalStateException("suite.crypto.keys: each entry reads id:base64, with an id of up"
                            + " to 32 letters, digits, - and _");
                }
                if (parsed.put(id, decode(id, entry.substring(colon + 1).strip())) != null) {
                    throw new IllegalStateException("suite.crypto.keys: the id " + id + " stands there twice");
                }
            }
            return parsed;
        }

        // the value itself never goes into the message
        private static byte[] decode(String id, String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("suite.crypto: the key " + id + " is not base64");
            }
        }
    }
}
