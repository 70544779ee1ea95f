package org.pengjiang.project.imports;

/** One thing wrong with a row: in which column (none when it is the row as a whole), and in words. */
record RowFault(String column, String code, String detail, String detailZh) {}
