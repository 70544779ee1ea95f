package org.pengjiang.kit.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.problem.ProblemTexts;
import org.pengjiang.kit.problem.Problems;

/** Every code that this service refuses with: the kit's and those of its features. */
final class Catalogue {
    private final List<ProblemCode> codes;

    Catalogue(IndexView index) {
        codes = index.getAllKnownImplementations(ProblemCode.class).stream()
                .filter(ClassInfo::isEnum)
                .map(ClassInfo::name)
                .sorted()
                .flatMap(name -> constants(name.toString()))
                .toList();
    }

    private static Stream<ProblemCode> constants(String type) {
        try {
            Object[] constants = Class.forName(
                            type, true, Thread.currentThread().getContextClassLoader())
                    .getEnumConstants();
            return Stream.of(constants).map(ProblemCode.class::cast);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code CODE, CODE} in the order of their declaration. */
    String names(int status) {
        return at(status).map(ProblemCode::name).collect(Collectors.joining(", "));
    }

    Optional<ProblemCode> first(int status) {
        return at(status).findFirst();
    }

    /** One line of a Markdown table per code. */
    String table() {
        return codes.stream()
                .map(code -> "| %s | %d | %s | %s |"
                        .formatted(
                                code.name(),
                                Problems.status(code),
                                ProblemTexts.title(code, Language.ENGLISH),
                                ProblemTexts.title(code, Language.CHINESE)))
                .collect(Collectors.joining("\n"));
    }

    private Stream<ProblemCode> at(int status) {
        return codes.stream().filter(code -> Problems.status(code) == status);
    }
}
