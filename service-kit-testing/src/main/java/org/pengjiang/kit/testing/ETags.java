package org.pengjiang.kit.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

/** What the ETag {@code "V-H"} of an answer says. */
public final class ETags {
    private static final Pattern FORM = Pattern.compile("\"(0|[1-9][0-9]*)-[A-Za-z0-9_-]{12}\"");

    private ETags() {}

    /** The version that commands are decided on. */
    public static long version(Response answer) {
        return version(answer.header("ETag"));
    }

    public static long version(String tag) {
        java.util.regex.Matcher form = FORM.matcher(String.valueOf(tag));
        assertTrue(form.matches(), () -> tag + " is no ETag of ours");
        return Long.parseLong(form.group(1));
    }

    /** Whether a header is a tag of that version, whatever it shows. */
    public static Matcher<String> ofVersion(long version) {
        return Matchers.matchesPattern("\"" + version + "-[A-Za-z0-9_-]{12}\"");
    }
}
