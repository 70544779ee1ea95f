package org.pengjiang.kit.http;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;

/** Says which texts are keys: members with {@code @KeyString}, and lists of such. */
final class KeyAnnotations extends NopAnnotationIntrospector {
    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Object findDeserializer(Annotated member) {
        return reader(member.getAnnotation(KeyString.class));
    }

    @Override
    public @Nullable Object findContentDeserializer(Annotated member) {
        if (type(member) instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            return reader(arguments[arguments.length - 1].getAnnotation(KeyString.class));
        }
        return null;
    }

    private static @Nullable TextReader reader(@Nullable KeyString key) {
        if (key == null) {
            return null;
        }
        return key.asSent() ? TextReader.asSent() : TextReader.ofKeys();
    }

    private static @Nullable AnnotatedType type(Annotated member) {
        return switch (member) {
            case AnnotatedField field -> field.getAnnotated().getAnnotatedType();
            case AnnotatedMethod method -> method.getAnnotated().getAnnotatedReturnType();
            case AnnotatedParameter parameter ->
                parameter.getOwner().getAnnotated() instanceof Executable maker
                        ? maker.getAnnotatedParameterTypes()[parameter.getIndex()]
                        : null;
            default -> null;
        };
    }
}
