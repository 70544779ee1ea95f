package org.pengjiang.appeal.directory;

import jakarta.ws.rs.ext.Provider;
import org.pengjiang.kit.http.CurrentRequest;
import org.pengjiang.kit.http.UploadReader;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.table.TableRows;

/** A directory as it is handed in, read before the command begins. */
record DirectoryTable(TableRows rows) {
    @Provider
    static class Reader extends UploadReader<DirectoryTable> {
        Reader(CurrentRequest request) {
            super(DirectoryTable.class, request);
        }

        @Override
        protected DirectoryTable read(UploadedFile file) {
            return new DirectoryTable(TableRows.read(file.path(), DirectoryColumns.FORMAT));
        }
    }
}
