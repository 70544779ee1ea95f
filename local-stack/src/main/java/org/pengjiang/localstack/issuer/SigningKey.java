package org.pengjiang.localstack.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.StackFailure;

/** The issuer's RSA key: made at first start, kept beside the data, so that tokens outlive a restart. */
final class SigningKey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RSAPrivateCrtKey key;
    private final String id;

    private SigningKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.key = key;
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(key.getModulus().toByteArray());
        this.id = BASE64.encodeToString(digest).substring(0, 16);
    }

    static SigningKey keptIn(@Nullable Path folder) {
        try {
            if (folder == null) {
                return new SigningKey(make());
            }
            Path file = folder.resolve("issuer-key.pkcs8");
            if (Files.exists(file)) {
                return new SigningKey(read(file));
            }
            RSAPrivateCrtKey made = make();
            Files.createDirectories(folder);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, made.getEncoded());
            return new SigningKey(made);
        } catch (IOException | GeneralSecurityException e) {
            throw new StackFailure(
                    "The issuer's key in " + folder + " cannot be read or written (" + e.getMessage()
                            + "); delete the file issuer-key.pkcs8 to have a new one made.",
                    e);
        }
    }

    Map<String, Object> jwks() {
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        id,
                        "n",
                        BASE64.encodeToString(unsigned(key.getModulus())),
                        "e",
                        BASE64.encodeToString(unsigned(key.getPublicExponent())))));
    }

    String sign(Map<String, Object> claims) {
        try {
            String head = encode(Map.of("alg", "RS256", "typ", "JWT", "kid", id));
            String content = head + "." + encode(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RS256", e);
        }
    }

    private static String encode(Map<String, Object> values) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("claims that JSON cannot hold: " + values, e);
        }
    }

    private static RSAPrivateCrtKey make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    }

    private static RSAPrivateCrtKey read(Path file) throws IOException, GeneralSecurityException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Files.readAllBytes(file));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
