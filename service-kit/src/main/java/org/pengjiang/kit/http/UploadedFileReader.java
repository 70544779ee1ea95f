package org.pengjiang.kit.http;

import jakarta.ws.rs.ext.Provider;

/** Hands out the file that {@link BodyGuard} has written. */
@Provider
class UploadedFileReader extends UploadReader<UploadedFile> {
    UploadedFileReader(CurrentRequest request) {
        super(UploadedFile.class, request);
    }

    @Override
    protected UploadedFile read(UploadedFile file) {
        return file;
    }
}
