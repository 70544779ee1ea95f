package org.pengjiang.project.model;

/** A country as ISO 3166-1 alpha-2 writes it: by its shape, in a form and in a file alike. */
public final class CountryCode {
    public static final String SHAPE = "[A-Z]{2}";

    private CountryCode() {}
}
