package org.pengjiang.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;

/** Reads a merge patch; only an object is one. */
@Provider
@Consumes(MergePatch.MEDIA_TYPE)
class MergePatchReader implements MessageBodyReader<MergePatch> {
    private final JsonBody body;
    private final ObjectMapper json;

    MergePatchReader(JsonBody body, ObjectMapper json) {
        this.body = body;
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        if (body.readTree(stream.readAllBytes()) instanceof ObjectNode changes) {
            return new MergePatch(changes, body, json, Language.of(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
        }
        throw new DomainException(KitProblem.BODY_INVALID, List.of(Fault.at("", KitProblem.VALUE_TYPE, "object")));
    }
}
