package org.pengjiang.kit.problem;

import java.util.List;

/**
 * One fault among all those named in a refusal.
 *
 * @param pointer where: a JSON pointer into the body ({@code /investors/0/idNo}), or {@code query:limit},
 *     {@code header:If-Match}
 */
public record Fault(String pointer, ProblemCode code, List<Object> arguments) {
    public static Fault at(String pointer, ProblemCode code, Object... arguments) {
        return new Fault(pointer, code, List.of(arguments));
    }
}
