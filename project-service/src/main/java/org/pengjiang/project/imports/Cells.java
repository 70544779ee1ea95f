package org.pengjiang.project.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.kit.text.TypedText;
import org.pengjiang.project.model.ProjectProblem;

/** Reads the cells of one row and remembers every fault; what a faulty cell gives is null. */
final class Cells {
    private final Map<String, String> cells;
    private final List<Fault> faults = new ArrayList<>();

    Cells(Map<String, String> cells) {
        this.cells = cells;
    }

    void fault(String column, ProblemCode code, Object... arguments) {
        faults.add(Fault.at("/" + column, code, arguments));
    }

    List<Fault> faults() {
        return faults;
    }

    /** A cell is judged as a text of one line in a form is; one that shows nothing is an empty one. */
    @Nullable String optional(String column, int longest) {
        String cell = TypedText.normalised(cells.getOrDefault(column, ""));
        TypedText text = TypedText.oneLine(cell);
        if (!text.notAllowed().isEmpty()) {
            fault(column, KitProblem.TEXT_INVALID, String.join(", ", text.notAllowed()));
        }
        if (text.length() > longest) {
            fault(column, ProjectProblem.TEXT_TOO_LONG, longest);
        }
        return text.isBlank() && text.notAllowed().isEmpty() ? null : cell;
    }

    @Nullable String text(String column, int longest) {
        String cell = optional(column, longest);
        if (cell == null) {
            fault(column, ProjectProblem.TEXT_MISSING);
        }
        return cell;
    }

    <T> @Nullable T identifier(String column, Function<String, T> parser) {
        String cell = text(column, 200);
        return cell == null ? null : parsed(column, cell, parser);
    }

    <T> @Nullable T parsed(String column, String cell, Function<String, T> parser) {
        try {
            return parser.apply(cell);
        } catch (InvalidIdentifier refusal) {
            faults.add(Fault.at("/" + column, refusal.finding()));
            return null;
        }
    }

    @Nullable Yuan positiveAmount(String column) {
        Yuan amount = identifier(column, Yuan::parse);
        if (amount != null && !amount.isPositive()) {
            fault(column, ProjectProblem.AMOUNT_NOT_POSITIVE);
        }
        return amount;
    }

    @Nullable LocalDate date(String column) {
        String cell = text(column, 20);
        if (cell == null) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException e) {
            fault(column, ProjectProblem.DATE_INVALID);
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(cell)) {
                return constant;
            }
        }
        fault(
                column,
                ProjectProblem.ENUM_UNKNOWN,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" | ")));
        return null;
    }
}
