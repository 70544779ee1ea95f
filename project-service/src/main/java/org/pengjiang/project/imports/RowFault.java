package org.pengjiang.project.imports;

/** One thing wrong with a row: in which column, and in words. */
record RowFault(String column, String code, String detail, String detailZh) {}
