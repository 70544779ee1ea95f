package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Readers for types that Jackson's own read too leniently, and that no setting makes strict. */
final class ScalarReaders {
    private ScalarReaders() {}

    static void addTo(SimpleModule module) {
        module.addDeserializer(UUID.class, new StrictUuid());
        module.addDeserializer(JsonNode.class, new AnyValue());
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription description,
                    JsonDeserializer<?> reader) {
                return new ExactEnum(reader);
            }
        });
    }

    /** Jackson also takes base64, short groups, blanks around it, and nothing for zero. */
    private static final class StrictUuid extends StdScalarDeserializer<UUID> {
        StrictUuid() {
            super(UUID.class);
        }

        @Override
        public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (UUID) context.handleUnexpectedToken(UUID.class, parser);
            }
            String text = parser.getText();
            return ScalarText.isUuid(text)
                    ? UUID.fromString(text)
                    : (UUID) context.handleWeirdStringValue(UUID.class, text, "no UUID");
        }
    }

    /** JSON null is absent here too, as everywhere else: otherwise {@code @NotNull} would let it pass. */
    private static final class AnyValue extends JsonNodeDeserializer {
        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            boolean isMember = !isWhole(parser);
            JsonNode value;
            try {
                value = super.deserialize(parser, context);
            } catch (NumberFormatException beyondAnyExponent) {
                throw JsonMappingException.from(parser, "out of range", new DomainException(KitProblem.VALUE_RANGE));
            }
            if (isMember && !isBounded(value)) {
                throw JsonMappingException.from(parser, "out of range", new DomainException(KitProblem.VALUE_RANGE));
            }
            return value;
        }

        /** A whole body is read as a tree to find its faults, and the place of a number is known only to its reader. */
        private static boolean isWhole(JsonParser parser) {
            JsonStreamContext place = parser.getParsingContext();
            boolean isOpened = parser.isExpectedStartObjectToken() || parser.isExpectedStartArrayToken();
            JsonStreamContext around = isOpened ? place.getParent() : place;
            return around == null || around.inRoot();
        }

        private static boolean isBounded(JsonNode value) {
            if (value.isBigDecimal()) {
                return StrictJson.isBounded(value.decimalValue());
            }
            for (JsonNode inner : value) {
                if (!isBounded(inner)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public @Nullable JsonNode getNullValue(DeserializationContext context) {
            return null;
        }
    }

    /** Jackson passes over blanks around the name of a constant. */
    private static final class ExactEnum extends DelegatingDeserializer {
        ExactEnum(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new ExactEnum(reader);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                String text = parser.getText();
                if (!text.equals(text.strip()) || text.isEmpty()) {
                    return context.handleWeirdStringValue(handledType(), text, "no such constant");
                }
            }
            return super.deserialize(parser, context);
        }
    }
}
