package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests that the documents show, run word for word in a shell. */
@Order(3)
@ExtendWith(StartsSuite.class)
class DocumentedRequestsJourney {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern REFUSED = Pattern.compile("# answers (\\d{3}):");
    private static final Pattern STATUS = Pattern.compile("(?m)^status (\\d{3})$");

    private final SuiteRun suite;

    DocumentedRequestsJourney(SuiteRun suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @CsvSource({"README.md, What to do next", "docs/requests.md, "})
    void everyRequestOfADocumentIsAnsweredAsItSays(String document, @Nullable String section) throws IOException {
        // Given
        String script = blocks(Files.readString(SuiteRun.HOME.resolve(document)), section);

        // When
        String output = suite.shell(document.replace('/', '-'), script);

        // Then
        List<String> statuses = groups(STATUS, output);
        assertTrue(statuses.size() > 10, output);
        assertEquals(
                groups(REFUSED, script),
                statuses.stream().filter(status -> !status.startsWith("2")).toList(),
                output);
    }

    /** The shell blocks of a section, or of all; they are run one after the other. */
    private static String blocks(String document, @Nullable String section) {
        String text = section == null
                ? document
                : document.split("\n## " + section + "\n", 2)[1].split("\n## ", 2)[0];
        return String.join("\n", groups(BLOCK, text));
    }

    private static List<String> groups(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map((MatchResult found) -> found.group(1)).toList();
    }
}
