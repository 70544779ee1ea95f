package org.pengjiang.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;

/** JSON bodies, read by {@link JsonBody} instead of the framework's reader, which stops at the first fault. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Priority(1)
class JsonBodyReader implements MessageBodyReader<Object> {
    private final JsonBody body;
    private final ObjectMapper json;

    JsonBodyReader(JsonBody body, ObjectMapper json) {
        this.body = body;
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            @Nullable Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        Object value = body.read(
                stream.readAllBytes(),
                json.constructType(genericType == null ? type : genericType),
                Language.of(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
        if (value == null) {
            throw new DomainException(KitProblem.BODY_INVALID, List.of(Fault.at("", KitProblem.VALUE_MISSING)));
        }
        return value;
    }
}
