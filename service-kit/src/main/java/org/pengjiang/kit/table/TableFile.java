package org.pengjiang.kit.table;

import jakarta.ws.rs.core.MediaType;

/** How a table is sent: the media types of an operation that takes or gives one. */
public enum TableFile {
    CSV(TableFile.CSV_TYPE, "csv"),
    XLSX(TableFile.XLSX_TYPE, "xlsx");

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String type;
    private final String ending;

    TableFile(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    public MediaType type() {
        return MediaType.valueOf(type);
    }

    public String ending() {
        return ending;
    }
}
