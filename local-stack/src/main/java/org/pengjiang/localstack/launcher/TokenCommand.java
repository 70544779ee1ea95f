package org.pengjiang.localstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.issuer.Personas;

/** Prints a persona's bare token, so that a shell can put it into a variable. */
final class TokenCommand {

    private final SuiteFolder folder;
    private final PrintStream out;

    TokenCommand(SuiteFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run(List<String> arguments) throws InterruptedException {
        if (arguments.size() != 2 || !arguments.getFirst().equals("--as")) {
            throw new StackFailure("Say for whom: ./suite token --as PERSONA, one of " + names() + ".");
        }
        String persona = arguments.getLast();
        if (!Personas.names().contains(persona)) {
            throw new StackFailure("There is no persona '" + persona + "'; there are " + names() + ".");
        }
        SuiteState state = SuiteState.read(folder)
                .filter(known -> LauncherLock.isHeld(folder))
                .orElseThrow(() -> new StackFailure("The suite is not running; start it with ./suite up."));
        out.println(request(URI.create(state.tokenEndpoint()), persona));
        return 0;
    }

    private static String request(URI tokenEndpoint, String persona) throws InterruptedException {
        String name = URLEncoder.encode(persona, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=suite-cli&username=" + name + "&password=" + name))
                .build();
        try {
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = new ObjectMapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new StackFailure("The issuer gives no token: "
                        + body.path("error_description").asText() + ".");
            }
            return body.path("access_token").asText();
        } catch (IOException e) {
            throw new StackFailure("The issuer does not answer at " + tokenEndpoint + "; see ./suite status.", e);
        }
    }

    private static String names() {
        return String.join(", ", Personas.names());
    }
}
