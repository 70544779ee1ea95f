package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.text.TypedText;

/** Reads the texts of a request body in the form in which they are stored; other JSON, such as an event, as it stands. */
final class TextReader extends StdScalarDeserializer<String> {
    /** Set by the reader of bodies: true, or the patch, of which the members were sent and the others are stored ones. */
    static final String TYPED = "typed";

    private final transient UnaryOperator<String> form;

    private TextReader(UnaryOperator<String> form) {
        super(String.class);
        this.form = form;
    }

    static TextReader ofTexts() {
        return new TextReader(TypedText::normalised);
    }

    static TextReader ofKeys() {
        return new TextReader(KeyText::of);
    }

    static TextReader asSent() {
        return new TextReader(UnaryOperator.identity());
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null || !isTyped(parser, context) ? text : form.apply(text);
    }

    private static boolean isTyped(JsonParser parser, DeserializationContext context) {
        Object typed = context.getAttribute(TYPED);
        return typed instanceof JsonNode patch
                ? !patch.at(parser.getParsingContext().pathAsPointer()).isMissingNode()
                : typed != null;
    }
}
