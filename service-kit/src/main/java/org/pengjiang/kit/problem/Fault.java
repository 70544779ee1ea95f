package org.pengjiang.kit.problem;

import java.util.List;
import org.pengjiang.identifiers.Finding;

/**
 * One fault among all those named in a refusal.
 *
 * @param pointer where: a JSON pointer into the body ({@code /lines/0/text}), or {@code query:limit},
 *     {@code header:If-Match}
 */
public record Fault(String pointer, ProblemCode code, List<Object> arguments) {
    public static Fault at(String pointer, ProblemCode code, Object... arguments) {
        return new Fault(pointer, code, List.of(arguments));
    }

    /** A value that is no such identifier: the finding brings its code and its texts. */
    public static Fault at(String pointer, Finding finding) {
        return new Fault(pointer, new FindingCode(finding), List.of());
    }
}
