package org.pengjiang.kit.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a command needs of an upload, such as the rows of a table, before its transaction begins: reading a large file takes
 * seconds, and a transaction that is idle meanwhile is ended by the database. A service extends it for a type of its own, which
 * is then the body parameter of the resource method, and annotates it with {@code @Provider}.
 */
public abstract class UploadReader<T> implements MessageBodyReader<T> {
    private final Class<T> made;
    private final CurrentRequest request;

    protected UploadReader(Class<T> made, CurrentRequest request) {
        this.made = made;
        this.request = request;
    }

    protected abstract T read(UploadedFile file);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == made;
    }

    @Override
    public T readFrom(
            Class<T> type,
            @Nullable Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        return read(request.upload());
    }
}
