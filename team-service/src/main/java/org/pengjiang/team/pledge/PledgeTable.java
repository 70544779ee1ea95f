package org.pengjiang.team.pledge;

import jakarta.ws.rs.ext.Provider;
import org.pengjiang.kit.http.CurrentRequest;
import org.pengjiang.kit.http.UploadReader;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.table.TableRows;

/** A table of targets as it is handed in, read before the command begins. */
record PledgeTable(TableRows rows) {
    @Provider
    static class Reader extends UploadReader<PledgeTable> {
        Reader(CurrentRequest request) {
            super(PledgeTable.class, request);
        }

        @Override
        protected PledgeTable read(UploadedFile file) {
            return new PledgeTable(TableRows.read(file.path(), PledgeColumns.FORMAT));
        }
    }
}
