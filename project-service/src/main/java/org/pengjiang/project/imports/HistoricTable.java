package org.pengjiang.project.imports;

import jakarta.ws.rs.ext.Provider;
import org.pengjiang.kit.http.CurrentRequest;
import org.pengjiang.kit.http.UploadReader;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.table.TableReader;

/** A file of past projects as it is handed in: a table of so many rows, looked through before the command begins. */
record HistoricTable(UploadedFile file, int rows) {
    @Provider
    static class Reader extends UploadReader<HistoricTable> {
        Reader(CurrentRequest request) {
            super(HistoricTable.class, request);
        }

        @Override
        protected HistoricTable read(UploadedFile file) {
            return new HistoricTable(file, TableReader.check(file.path(), HistoricColumns.FORMAT));
        }
    }
}
