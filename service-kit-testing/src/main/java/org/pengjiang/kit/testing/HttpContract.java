package org.pengjiang.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/**
 * Holds the HTTP surface of the running service to the two files of {@code contracts/http} and to what every operation
 * has to say. A service has one {@code HttpContractTest} that asks both.
 */
public final class HttpContract {
    /** Writes the files anew instead of comparing them: {@code ./suite contracts}. */
    private static final boolean WRITES = Boolean.getBoolean("contracts.write");

    private HttpContract() {}

    /** Fails when the committed files are not what the code says, and prints the difference. */
    public static void assertCommitted() {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        Path canonical = folder().resolve(service + ".yaml");
        Path twin = folder().resolve(service + "-v30.yaml");
        String canonicalNow = ContractFile.text(ServedSurface.json(ServedSurface.CANONICAL));
        String twinNow = ContractFile.text(ServedSurface.json(ServedSurface.TWIN));
        boolean isSame = read(canonical).equals(canonicalNow) && read(twin).equals(twinNow);
        if (isSame) {
            return;
        }
        boolean isCompatible = printDifference(service, read(twin), twinNow);
        if (!isCompatible && majorVersion(twinNow) > 0) {
            throw new AssertionError("The change of " + service
                    + " breaks its clients (the difference is printed above), and its version"
                    + " is not below 1.0.0: keep what was promised and add something new beside it.");
        }
        if (!WRITES) {
            throw new AssertionError("contracts/http/" + service + ".yaml and its 3.0.3 twin are not what the code says"
                    + " (the difference is printed above). If it is meant: run ./suite contracts, commit both files and"
                    + " name the change in CHANGELOG.md.");
        }
        write(canonical, canonicalNow);
        write(twin, twinNow);
    }

    /** Fails with everything that an operation of the running service leaves unsaid. */
    public static void assertDescribed() {
        List<String> faults = SurfaceQuality.faults(ServedSurface.json(ServedSurface.TWIN));
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    faults.size() + " faults in the OpenAPI document:\n  " + String.join("\n  ", faults));
        }
    }

    /** Fails with every operation whose answer leaves unsaid who may keep it and what it depends on. */
    public static void assertHeaders() {
        List<String> faults = AnswerHeaders.faultsOfEveryOperation(ServedSurface.json(ServedSurface.TWIN));
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.size() + " faults in the headers:\n  " + String.join("\n  ", faults));
        }
    }

    /** Fails with every constant of the document that {@code GET /v1/codes} does not name, and every name that is left over. */
    public static void assertCodesNamed() {
        List<String> faults = CodeNamesCheck.faults(
                ContractFile.tree(ServedSurface.json(ServedSurface.TWIN)),
                ContractFile.tree(Api.as(Persona.of("codes", "440703", "ENTERPRISE"))
                        .get("/v1/codes")
                        .asString()));
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    faults.size() + " faults in the names of codes:\n  " + String.join("\n  ", faults));
        }
    }

    /** One of the committed files, as JSON. */
    static JsonNode committed(Path file) {
        return ContractFile.tree(read(file));
    }

    /** In the source tree, found from the module upwards. */
    static Path folder() {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isDirectory(place.resolve("contracts/events"))) {
                return place.resolve("contracts/http");
            }
        }
        throw new IllegalStateException("contracts is not above " + Path.of("").toAbsolutePath());
    }

    /** True when a client of the first keeps working with the second. */
    private static boolean printDifference(String service, String before, String now) {
        if (before.isEmpty()) {
            print("contracts/http: " + service + " is described for the first time\n");
            return true;
        }
        ChangedOpenApi difference = OpenApiCompare.fromContents(before, now);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MarkdownRender().render(difference, new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        print("contracts/http: what changes in " + service
                + (difference.isUnchanged() ? ": texts and examples only\n" : "\n")
                + bytes.toString(StandardCharsets.UTF_8));
        return difference.isCompatible();
    }

    /** To the log of the tests, and where {@code ./suite contracts} finds it. */
    private static void print(String difference) {
        System.out.println(difference);
        write(Path.of("target/http-contract.txt"), difference);
    }

    private static int majorVersion(String document) {
        String version = ContractFile.tree(document).at("/info/version").asText("0");
        return Integer.parseInt(version.split("\\.", 2)[0]);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
