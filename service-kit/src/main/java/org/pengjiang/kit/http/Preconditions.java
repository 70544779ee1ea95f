package org.pengjiang.kit.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * {@code If-Match} and {@code If-None-Match}; what a tag says, {@link VersionTag} tells.
 *
 * <p>{@code If-Match} takes a list of entity tags, also over several header lines, and one of them has to name the stored
 * version; what else its representation showed does not count. A weak tag never names it (RFC 9110 wants the strong comparison),
 * nor does one that we did not make: these alone are stale and not malformed. {@code *} is refused: it would let a client change what it has never read, which is what the
 * header is there to prevent. A condition that an operation cannot judge is refused too: it was sent to be met.
 */
final class Preconditions {
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
    /** A list may have empty elements (RFC 9110, 5.6.1). */
    private static final Pattern TAGS =
            Pattern.compile("[ \\t,]*+" + TAG + "(?:[ \\t]*+,[ \\t,]*+" + TAG + ")*+[ \\t,]*+");

    private static final Pattern ONE_TAG = Pattern.compile(TAG);

    private Preconditions() {}

    /**
     * The versions that are named; none where all tags are weak or not ours.
     *
     * @throws DomainException IF_MATCH_MISSING, HEADER_INVALID
     */
    static Set<Long> expectedVersions(List<String> ifMatch) {
        if (ifMatch.isEmpty()) {
            throw new DomainException(KitProblem.IF_MATCH_MISSING);
        }
        String tags = String.join(",", ifMatch);
        if (!TAGS.matcher(tags).matches()) {
            String wanted = "If-Match: \"3-q7Zt0mVbX1cR\"";
            throw new DomainException(
                    KitProblem.HEADER_INVALID,
                    List.of(Fault.at("header:If-Match", KitProblem.HEADER_INVALID, wanted)),
                    wanted);
        }
        Set<Long> versions = new HashSet<>();
        Matcher each = ONE_TAG.matcher(tags);
        while (each.find()) {
            VersionTag.version(each.group()).ifPresent(versions::add);
        }
        return versions;
    }

    /** @throws DomainException HEADER_INVALID when the request has this condition */
    static void refuse(String condition, CurrentRequest request) {
        if (!request.headers(condition).isEmpty()) {
            throw notTaken(condition);
        }
    }

    static DomainException notTaken(String condition) {
        return new DomainException(
                KitProblem.HEADER_INVALID,
                List.of(Fault.at("header:" + condition, KitProblem.HEADER_NOT_TAKEN)),
                condition);
    }

    /** Compares whole tags, weakly, as RFC 9110 wants it here; a header that cannot be read does not hold. */
    static boolean noneMatchHolds(List<String> ifNoneMatch, EntityTag present) {
        String tag = "\"" + present.getValue() + "\"";
        return ifNoneMatch.stream()
                .flatMap(header -> List.of(header.split(",", 100)).stream())
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }
}
