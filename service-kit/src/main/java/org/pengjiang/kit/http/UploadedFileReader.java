package org.pengjiang.kit.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Hands out the file that {@link BodyGuard} has written. */
@Provider
class UploadedFileReader implements MessageBodyReader<UploadedFile> {
    private final CurrentRequest request;

    UploadedFileReader(CurrentRequest request) {
        this.request = request;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == UploadedFile.class;
    }

    @Override
    public UploadedFile readFrom(
            Class<UploadedFile> type,
            @Nullable Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        return request.upload();
    }
}
