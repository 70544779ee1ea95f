package org.pengjiang.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IndustryCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.identifiers.NationalProjectCode;
import org.pengjiang.identifiers.PhoneNumber;
import org.pengjiang.identifiers.SquareMetres;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The one JSON mapper: ISO dates, nothing for what is absent, no conversions between kinds of values, bounded input. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    static final int MOST_LEVELS = 50;
    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_NAME = 200;
    private static final int MOST_DIGITS = 40;
    private static final int LAST_YEAR = 9999;

    /** After the framework's own modules: of two readers of one type the last wins. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_LEVELS)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(1 << 20)
                        .build());
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.setSerializationInclusion(JsonInclude.Include.NON_ABSENT);
        for (LogicalType scalar : new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
            json.coercionConfigFor(scalar)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        }
        json.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.Boolean, CoercionAction.TryConvert);
        json.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        AnnotationIntrospector others = json.getDeserializationConfig().getAnnotationIntrospector();
        json.setAnnotationIntrospectors(
                json.getSerializationConfig().getAnnotationIntrospector(),
                AnnotationIntrospector.pair(new KeyAnnotations(), others));
        json.registerModule(texts().addDeserializer(BigDecimal.class, new BoundedDecimal())
                .addDeserializer(String.class, TextReader.ofTexts())
                .setSerializerModifier(AccountNameWriter.modifier()));
    }

    /** Dates, identifiers and amounts are texts on the wire, such as {@code "12.00"}. */
    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule("suite");
        asTime(module, LocalDate.class, text -> bounded(LocalDate.parse(text)));
        asTime(module, YearMonth.class, text -> bounded(YearMonth.parse(text)));
        asTime(module, LocalDateTime.class, text -> bounded(LocalDateTime.parse(text)));
        asTime(module, OffsetDateTime.class, StrictJson::moment);
        asTime(module, Instant.class, text -> moment(text).toInstant());
        asTime(module, LocalTime.class, LocalTime::parse);
        ScalarReaders.addTo(module);
        asText(module, Yuan.class, Yuan::parse, Yuan::toString);
        asText(module, SquareMetres.class, SquareMetres::parse, SquareMetres::toString);
        asText(module, DivisionCode.class, DivisionCode::parse, DivisionCode::value);
        asText(module, Uscc.class, Uscc::parse, Uscc::value);
        asText(module, IndustryCode.class, IndustryCode::parse, IndustryCode::toString);
        asText(module, NationalProjectCode.class, NationalProjectCode::parse, NationalProjectCode::toString);
        // its text is masked: the whole number leaves only where a view asks for it by name
        asText(module, PhoneNumber.class, PhoneNumber::parse, PhoneNumber::toString);
        return module;
    }

    /** Only ISO texts: no arrays, and no numbers, which are moments to Jackson. */
    private static <T extends TemporalAccessor> void asTime(
            SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addDeserializer(type, new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    return type.cast(context.handleUnexpectedToken(type, parser));
                }
                try {
                    return parse.apply(parser.getText());
                } catch (DateTimeException unreadable) {
                    return type.cast(context.handleWeirdStringValue(type, parser.getText(), "not ISO 8601"));
                }
            }
        });
    }

    /** In microseconds, as the clock and the database have them: what is answered now is what is read later. */
    private static OffsetDateTime moment(String text) {
        return bounded(OffsetDateTime.parse(text)).truncatedTo(ChronoUnit.MICROS);
    }

    /** The database could not store any other year. */
    private static <T extends TemporalAccessor> T bounded(T time) {
        int year = time.get(ChronoField.YEAR);
        if (year < 0 || year > LAST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    private static <T> void asText(
            SimpleModule module, Class<T> type, Function<String, T> parse, Function<T, String> write) {
        module.addSerializer(type, new StdScalarSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdScalarDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    return type.cast(context.handleUnexpectedToken(type, parser));
                }
                try {
                    return parse.apply(parser.getText());
                } catch (InvalidIdentifier refusal) {
                    throw JsonMappingException.from(parser, refusal.code(), refusal);
                }
            }
        });
    }

    /** 1e1000000000 is ten bytes on the wire and a gigabyte when written out. */
    static boolean isBounded(BigDecimal value) {
        return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
    }

    private static final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {
        BoundedDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal value = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
            if (!isBounded(value)) {
                throw JsonMappingException.from(parser, "out of range", new DomainException(KitProblem.VALUE_RANGE));
            }
            return value;
        }
    }
}
