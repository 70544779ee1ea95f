package org.pengjiang.localstack.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.localstack.StackFailure;

class TokenIssuerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One for all: each makes a key of its own, which takes a second. */
    private static TokenIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start(IssuerOptions.forTests());
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void tokensVerifyAgainstThePublishedKey() throws Exception {
        // Given
        JsonNode discovery = get(URI.create(issuer.url() + "/.well-known/openid-configuration"));
        String token = passwordToken("dispatcher");

        // When
        boolean genuine =
                verifies(token, get(URI.create(discovery.path("jwks_uri").asText())));

        // Then
        assertTrue(genuine);
        assertFalse(verifies(token.substring(0, token.length() - 8) + "AAAAAAAA", issuer));
        assertEquals(issuer.url(), discovery.path("issuer").asText());
        assertEquals(issuer.url(), claims(token).path("iss").asText());
    }

    @Test
    void aClickOnAPersonaLeadsBackToSwaggerUiWithItsToken() throws Exception {
        // When
        HttpResponse<String> page =
                authorization("suite-swagger-ui", "http://127.0.0.1:18081/q/swagger-ui/oauth2-redirect.html", "a b\"<");

        // Then
        assertEquals(200, page.statusCode());
        Matcher link = Pattern.compile(
                        "<a href=\"http://127.0.0.1:18081/q/swagger-ui/oauth2-redirect.html#access_token=([^&]+)&amp;"
                                + "token_type=Bearer&amp;expires_in=\\d+&amp;state=a\\+b%22%3C\">dispatcher</a>")
                .matcher(page.body());
        assertTrue(link.find(), page.body());
        assertTrue(verifies(link.group(1), issuer));
        assertEquals(
                "dispatcher", claims(link.group(1)).path("preferred_username").asText());
        assertEquals(issuer.personas().size(), page.body().split("<li>", -1).length - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "suite-swagger-ui, https://evil.example.com/q/swagger-ui/oauth2-redirect.html",
        "suite-swagger-ui, http://127.0.0.1:18081/elsewhere",
        "suite-swagger-ui, http://evil@127.0.0.1/q/swagger-ui/oauth2-redirect.html",
        "suite-swagger-ui, http://127.0.0.1/q/swagger-ui/oauth2-redirect.html?x=y",
        "suite-swagger-ui, javascript:alert(1)",
        "suite-cli, http://127.0.0.1:18081/q/swagger-ui/oauth2-redirect.html",
        "nobody, http://127.0.0.1:18081/q/swagger-ui/oauth2-redirect.html"
    })
    void noTokenIsSentAnywhereElse(String client, String address) throws Exception {
        // When
        HttpResponse<String> page = authorization(client, address, "x");

        // Then
        assertEquals(400, page.statusCode());
        assertEquals("", page.body());
    }

    private HttpResponse<String> authorization(String client, String address, String state) throws Exception {
        URI uri = URI.create(issuer.url() + "/protocol/openid-connect/auth?response_type=token&client_id=" + client
                + "&redirect_uri=" + URLEncoder.encode(address, StandardCharsets.UTF_8)
                + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyPersonaOfTheIssueGetsAToken() throws Exception {
        // Given
        List<String> wanted = List.of(
                "promotion-office",
                "promotion-office-2",
                "team-captain",
                "team-captain-2",
                "team-member",
                "unit-clerk",
                "unit-clerk-2",
                "unit-head",
                "department-clerk",
                "dispatcher",
                "dispatcher-2",
                "supervisor",
                "leader",
                "statistics-verifier",
                "assessor",
                "callback-officer",
                "enterprise",
                "enterprise-2",
                "city-platform",
                "other-district-clerk",
                "auditor",
                "admin",
                "platform-admin");
        Set<String> subjects = new TreeSet<>();

        // When
        for (String persona : wanted) {
            JsonNode claims = claims(passwordToken(persona));
            subjects.add(claims.path("sub").asText());

            // Then
            assertEquals("pengjiang-suite", claims.path("aud").asText(), persona);
            assertEquals(persona, claims.path("preferred_username").asText());
            assertTrue(claims.path("roles").isArray() && claims.path("roles").size() == 1, persona);
            assertTrue(claims.path("division").asText().startsWith("44"), persona);
            assertTrue(claims.path("name").asText().startsWith("范例"), persona);
        }
        assertEquals(wanted.size(), subjects.size());
        assertEquals(wanted, issuer.personas());
    }

    @ParameterizedTest
    @CsvSource({
        "team-captain, TEAM_CAPTAIN, 440703, 440703101, T01, ''",
        "team-captain-2, TEAM_CAPTAIN, 440703, 440703102, T02, ''",
        "unit-clerk, UNIT_CLERK, 440703101, 440703101, '', ''",
        "unit-clerk-2, UNIT_CLERK, 440703102, 440703102, '', ''",
        "department-clerk, UNIT_CLERK, 440703, 440703-ZR, '', ''",
        "enterprise, ENTERPRISE, 440703, '', '', 91440703MA00000077",
        "city-platform, PARTNER, 4407, '', '', ''",
        "other-district-clerk, UNIT_CLERK, 440704, 440704-TC, '', ''"
    })
    void claimsSayWhoAPersonaIs(
            String persona, String role, String division, String unit, String team, String enterprise)
            throws Exception {
        // Given
        String token = passwordToken(persona);

        // When
        JsonNode claims = claims(token);

        // Then
        assertEquals(role, claims.path("roles").path(0).asText());
        assertEquals(division, claims.path("division").asText());
        assertEquals(unit, claims.path("unit").asText());
        assertEquals(team, claims.path("teams").path(0).asText());
        assertEquals(enterprise, claims.path("enterprise").asText());
    }

    @Test
    void aPlatformGetsItsTokenByItsOwnSecret() throws Exception {
        // Given
        String form = "grant_type=client_credentials&client_id=city-platform&client_secret=city-platform";

        // When
        HttpResponse<String> granted = post(form);

        // Then
        assertEquals(200, granted.statusCode());
        JsonNode claims =
                claims(JSON.readTree(granted.body()).path("access_token").asText());
        assertEquals("PARTNER", claims.path("roles").path(0).asText());
        assertEquals("4407", claims.path("division").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password&client_id=suite-cli&username=admin&password=guess, 400, invalid_grant",
        "grant_type=password&client_id=suite-cli&username=nobody&password=nobody, 400, invalid_grant",
        "grant_type=password&client_id=suite-cli, 400, invalid_grant",
        "grant_type=password&client_id=city-platform&username=admin&password=admin, 401, invalid_client",
        "grant_type=client_credentials&client_id=city-platform&client_secret=guess, 401, invalid_client",
        "grant_type=client_credentials&client_id=suite-cli, 401, invalid_client",
        "grant_type=authorization_code, 400, unsupported_grant_type",
        "'', 400, invalid_request",
        "grant_type=%ZZ, 400, invalid_request"
    })
    void whatIsNotRightGetsNoToken(String form, int status, String error) throws Exception {
        // Given
        String body = form;

        // When
        HttpResponse<String> refused = post(body);

        // Then
        assertEquals(status, refused.statusCode());
        assertEquals(error, JSON.readTree(refused.body()).path("error").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesToListenOnANetwork(String host) {
        // Given
        IssuerOptions options = IssuerOptions.forTests().withHost(host);

        // When
        StackFailure refused = assertThrows(StackFailure.class, () -> TokenIssuer.start(options));

        // Then
        assertTrue(refused.getMessage().contains("loopback only and refuses " + host));
    }

    @Test
    void isNotReachableUnderTheMachinesOtherAddresses() throws Exception {
        // Given
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        // When
        for (InetAddress other : others) {

            // Then
            assertThrows(java.io.IOException.class, () -> new Socket(other, issuer.port()).close());
        }
    }

    @Test
    void servesNobodyWhoCameUnderAForeignName() throws Exception {
        // Given
        String request = "GET /realms/pengjiang/.well-known/openid-configuration HTTP/1.1\r\n"
                + "Host: rebound.example:80\r\nConnection: close\r\n\r\n";

        // When
        String reply;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), issuer.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }

        // Then
        assertTrue(reply.startsWith("HTTP/1.1 403"), reply);
    }

    @Test
    void theKeyIsKeptAndReadableByItsOwnerOnly(@TempDir Path folder) throws Exception {
        // Given
        String token;
        try (TokenIssuer first = TokenIssuer.start(IssuerOptions.keeping(folder, 0))) {
            token = first.tokenFor("auditor");
        }

        // When
        try (TokenIssuer second = TokenIssuer.start(IssuerOptions.keeping(folder, 0))) {

            // Then
            assertTrue(verifies(token, second));
        }
        assertNotEquals(true, verifies(token, issuer));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer-key.pkcs8"))));
    }

    @Test
    void theIssuersNameIsConfigurable() throws Exception {
        // Given
        IssuerOptions options = IssuerOptions.forTests().withUrl("https://login.example/realms/pengjiang");

        // When
        try (TokenIssuer named = TokenIssuer.start(options)) {

            // Then
            assertEquals(
                    "https://login.example/realms/pengjiang",
                    claims(named.tokenFor("admin")).path("iss").asText());
        }
    }

    private String passwordToken(String persona) throws Exception {
        HttpResponse<String> response =
                post("grant_type=password&client_id=suite-cli&username=" + persona + "&password=" + persona);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body()).path("access_token").asText();
    }

    private HttpResponse<String> post(String form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(issuer.tokenEndpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(URI address) throws Exception {
        return JSON.readTree(HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static boolean verifies(String token, TokenIssuer against) throws Exception {
        return verifies(token, get(against.jwksUrl()));
    }

    private static boolean verifies(String token, JsonNode jwks) throws Exception {
        JsonNode key = jwks.path("keys").path(0);
        RSAPublicKeySpec numbers = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(numbers));
        String[] parts = token.split("\\.");
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
