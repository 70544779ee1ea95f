package org.pengjiang.kit.table;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** Why a file is no table of the kind that is wanted, or a row no row of it. {@code CSV_…} speaks of workbooks too. */
public enum TableProblem implements ProblemCode {
    CELL_ERROR(Kind.UNACCEPTABLE),
    CELL_FORMULA(Kind.UNACCEPTABLE),
    CELL_IS_DATE(Kind.UNACCEPTABLE),
    CELL_WITHOUT_HEADING(Kind.UNACCEPTABLE),
    CELLS_MERGED(Kind.UNACCEPTABLE),
    COLUMNS_TOO_MANY(Kind.UNACCEPTABLE),
    CSV_CELLS(Kind.UNACCEPTABLE),
    CSV_EMPTY(Kind.UNACCEPTABLE),
    CSV_HEADER(Kind.UNACCEPTABLE),
    CSV_MALFORMED(Kind.MALFORMED),
    CSV_TOO_LONG(Kind.TOO_LARGE),
    DATE_INVALID(Kind.UNACCEPTABLE),
    DECIMAL_NUMBER(Kind.UNACCEPTABLE),
    DUPLICATE_ROW(Kind.UNACCEPTABLE),
    ENUM_UNKNOWN(Kind.UNACCEPTABLE),
    HEADING_DOUBLED(Kind.UNACCEPTABLE),
    HEADING_MISSING(Kind.UNACCEPTABLE),
    HEADING_UNIT(Kind.UNACCEPTABLE),
    HEADING_UNKNOWN(Kind.UNACCEPTABLE),
    MOMENT_INVALID(Kind.UNACCEPTABLE),
    ROW_CELLS(Kind.UNACCEPTABLE),
    ROWS_REFUSED(Kind.UNACCEPTABLE),
    SHEET_HIDDEN(Kind.UNACCEPTABLE),
    SHEETS_SEVERAL(Kind.UNACCEPTABLE),
    TEXT_MISSING(Kind.UNACCEPTABLE),
    TEXT_TOO_LONG(Kind.UNACCEPTABLE),
    WHOLE_NUMBER(Kind.UNACCEPTABLE),
    YES_OR_NO(Kind.UNACCEPTABLE);

    private final Kind kind;

    TableProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
