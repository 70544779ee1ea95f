package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    @CsvSource({"README.md, '## What to do next'", "docs/requests.md, '# More requests'"})
    void everyRequestOfADocumentIsAnsweredAsItSays(String document, String heading) throws IOException {
        // Given
        String script = blocks(Files.readString(SuiteRun.HOME.resolve(document)), heading);

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

    /** The shell blocks from a heading to the next one of its level, which are run one after the other. */
    private static String blocks(String document, String heading) {
        int begin = document.indexOf("\n" + heading + "\n");
        String section = document.substring(begin + 1 + heading.length());
        String level = heading.substring(0, heading.indexOf(' '));
        int end = section.indexOf("\n" + level + " ");
        return groups(BLOCK, end < 0 ? section : section.substring(0, end)).stream()
                .collect(Collectors.joining("\n"));
    }

    private static List<String> groups(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map((MatchResult found) -> found.group(1)).toList();
    }
}
