package org.pengjiang.kit.problem;

/**
 * A stable code of the catalogue. Each feature implements it as an enum; {@code NAME.title} and {@code NAME.detail}
 * stand in {@code problems.properties} and {@code problems_zh_CN.properties} of the service ({@code kit-problems*}
 * for the kit), the detail as a {@link java.text.MessageFormat} over the arguments.
 */
public interface ProblemCode {
    String name();

    Kind kind();
}
