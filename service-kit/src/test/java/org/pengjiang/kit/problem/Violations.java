package org.pengjiang.kit.problem;

import jakarta.validation.Validation;

/** Judges objects without a service around them. */
public final class Violations {
    private Violations() {}

    public static ViolationFaults inAnyLanguage() {
        return new ViolationFaults(Validation.buildDefaultValidatorFactory());
    }
}
