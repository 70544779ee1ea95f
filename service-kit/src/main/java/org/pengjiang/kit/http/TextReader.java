package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.TypedText;

/** Reads the texts of a request body in the form in which they are stored; other JSON, such as an event, as it stands. */
final class TextReader extends StdScalarDeserializer<String> {
    /** Set by the reader of bodies. */
    static final String TYPED = "typed";

    TextReader() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null || context.getAttribute(TYPED) == null ? text : TypedText.normalised(text);
    }
}
