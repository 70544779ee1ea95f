package org.pengjiang.kit.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * {@code If-Match} and {@code If-None-Match}. A version is the strong entity tag {@code "<number>"}.
 *
 * <p>{@code If-Match} takes exactly one strong tag. {@code *} is refused: it would let a client change what it has never
 * read, which is what the header is there to prevent. A well-formed tag that is no version of ours is stale, not wrong.
 */
final class Preconditions {
    private static final Pattern STRONG_TAG = Pattern.compile("\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final long NEVER_STORED = -1;

    private Preconditions() {}

    /** @throws DomainException IF_MATCH_MISSING, HEADER_INVALID */
    static long expectedVersion(List<String> ifMatch) {
        if (ifMatch.isEmpty()) {
            throw new DomainException(KitProblem.IF_MATCH_MISSING);
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.getFirst().strip());
        if (ifMatch.size() > 1 || !tag.matches()) {
            String wanted = "If-Match: \"3\"";
            throw new DomainException(
                    KitProblem.HEADER_INVALID,
                    List.of(Fault.at("header:If-Match", KitProblem.HEADER_INVALID, wanted)),
                    wanted);
        }
        String version = tag.group(1);
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : NEVER_STORED;
    }

    /** Weak comparison, as RFC 9110 wants it here; a header that cannot be read does not hold. */
    static boolean noneMatchHolds(List<String> ifNoneMatch, long version) {
        String tag = "\"" + version + "\"";
        return ifNoneMatch.stream()
                .flatMap(header -> List.of(header.split(",", 100)).stream())
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }
}
