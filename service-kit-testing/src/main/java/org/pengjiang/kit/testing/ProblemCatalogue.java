package org.pengjiang.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.pengjiang.kit.problem.ProblemCode;

/** Asserts that no caller ever reads a bare code where a sentence should stand. */
final class ProblemCatalogue {
    private static final List<String> FILES = List.of("problems.properties", "problems_zh_CN.properties");

    private ProblemCatalogue() {}

    static void assertComplete(JavaClasses classes) {
        List<String> missing = new ArrayList<>();
        for (String file : FILES) {
            Properties texts = load(file);
            for (JavaClass type : classes) {
                if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
                    for (Object code : type.reflect().getEnumConstants()) {
                        missing.addAll(missing(file, texts, (ProblemCode) code));
                    }
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new AssertionError("problem texts are missing: " + missing);
        }
    }

    private static List<String> missing(String file, Properties texts, ProblemCode code) {
        List<String> missing = new ArrayList<>();
        for (String key : List.of(code.name() + ".title", code.name() + ".detail")) {
            if (texts.getProperty(key, "").isBlank()) {
                missing.add(file + ": " + key);
            }
        }
        return missing;
    }

    private static Properties load(String file) {
        Properties texts = new Properties();
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (stream != null) {
                texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }
}
