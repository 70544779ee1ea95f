package org.pengjiang.kit.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/**
 * What the scanner does not see in a record: that a member which is neither {@code @Nullable} nor {@code Optional} always
 * stands in an answer, and that a method of the record is no member. Optional means absent here, never null.
 */
final class Members {
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private static final List<DotName> TEXTS = List.of(
            DotName.createSimple(OneLine.class),
            DotName.createSimple(LongText.class),
            DotName.createSimple(KeyString.class));
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String DOT_IS_ALL = "(?s)";
    private static final String NOT_BLANK = "\\S";

    private final IndexView index;
    private final Schemas schemas;

    Members(IndexView index, Schemas schemas) {
        this.index = index;
        this.schemas = schemas;
    }

    /** Comes first: what follows looks for plain members. */
    void dropNulls() {
        schemas.each(Members::dropNull);
    }

    void describe() {
        schemas.each(Members::anchor);
        Set<String> onlySent = new TreeSet<>(schemas.inResponses());
        onlySent.removeAll(schemas.inRequests());
        for (ClassInfo type : index.getKnownClasses()) {
            Schema schema = schemas.named().get(nameOf(type));
            if (schema != null && type.isRecord() && isSchemaOf(type, schema)) {
                describe(type, schema, onlySent.contains(nameOf(type)));
            }
        }
    }

    private static void dropNull(Schema schema) {
        List<Schema.SchemaType> types = schema.getType();
        if (types != null && types.size() > 1 && types.contains(Schema.SchemaType.NULL)) {
            List<Schema.SchemaType> present = new ArrayList<>(types);
            present.remove(Schema.SchemaType.NULL);
            schema.setType(present);
        }
        List<Schema> alternatives = schema.getAnyOf();
        if (alternatives != null) {
            List<Schema> present = alternatives.stream()
                    .filter(other -> !List.of(Schema.SchemaType.NULL).equals(other.getType()))
                    .toList();
            if (present.size() == 1 && present.size() < alternatives.size()) {
                schema.setAnyOf(null);
                schema.setRef(present.getFirst().getRef());
            }
        }
    }

    /** Bean Validation matches the whole text, OpenAPI a part of it, and ECMAScript knows no {@code (?s)}. */
    private static void anchor(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern == null || pattern.equals(NOT_BLANK) || pattern.startsWith("^")) {
            return;
        }
        String portable = pattern.startsWith(DOT_IS_ALL)
                ? pattern.substring(DOT_IS_ALL.length()).replaceAll("(?<!\\\\)\\.", "[\\\\s\\\\S]")
                : pattern;
        schema.setPattern("^(" + portable + ")$");
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance given = type.declaredAnnotation(SCHEMA);
        return given != null && given.value("name") != null
                ? given.value("name").asString()
                : type.simpleName();
    }

    /** A record of the same name that the surface does not show has other members. */
    private static boolean isSchemaOf(ClassInfo type, Schema schema) {
        if (schema.getProperties() == null) {
            return false;
        }
        Set<String> shown = new HashSet<>();
        type.recordComponents().stream()
                .filter(component -> isShown(type, component))
                .forEach(component -> shown.add(name(type, component)));
        Set<String> properties = schema.getProperties().keySet();
        return properties.containsAll(shown)
                && properties.stream()
                        .filter(property -> !shown.contains(property))
                        .noneMatch(property -> questions(type, property).isEmpty());
    }

    private static void describe(ClassInfo type, Schema schema, boolean onlySent) {
        Set<String> names = new HashSet<>();
        Set<String> always = new TreeSet<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            if (annotation(type, component, JsonAnyGetter.class) != null) {
                schema.setAdditionalPropertiesBoolean(true);
            } else if (isShown(type, component)) {
                names.add(name(type, component));
                bound(component.type(), schema.getProperties().get(name(type, component)));
                if (!isOptional(component)) {
                    always.add(name(type, component));
                }
                if (onlySent && annotation(type, component, NamedAccount.class) != null) {
                    names.add(name(type, component) + NamedAccount.SUFFIX);
                    addNameBeside(schema, name(type, component));
                }
            }
        }
        for (String property : List.copyOf(schema.getProperties().keySet())) {
            if (!names.contains(property) && isOwnMethod(type, property)) {
                schema.removeProperty(property);
            }
        }
        if (onlySent) {
            always.retainAll(schema.getProperties().keySet());
            schema.setRequired(always.isEmpty() ? null : new ArrayList<>(always));
        }
    }

    /** Behind the account, as it is written. */
    private static void addNameBeside(Schema schema, String account) {
        Map<String, Schema> members = new LinkedHashMap<>();
        schema.getProperties().forEach((name, member) -> {
            members.put(name, member);
            if (name.equals(account)) {
                members.put(
                        name + NamedAccount.SUFFIX,
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING))
                                .description("what this official is called, where it is known; officials only 姓名"));
            }
        });
        schema.setProperties(members);
    }

    /** The scanner knows the constraints of Bean Validation and not those of the kit. */
    private static void bound(Type type, @Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        type.annotations().stream()
                .filter(annotation -> TEXTS.contains(annotation.name()))
                .forEach(annotation -> {
                    schema.setMaxLength(annotation.value("max").asInt());
                    schema.setPattern(NOT_BLANK);
                });
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            type.asParameterizedType().arguments().forEach(argument -> bound(argument, schema.getItems()));
        }
    }

    /** A question such as {@code isKnown()} that is asked inside the service only. */
    private static boolean isOwnMethod(ClassInfo type, String property) {
        return questions(type, property).stream()
                .noneMatch(method -> Modifier.isPublic(method.flags()) || method.hasAnnotation(JsonProperty.class));
    }

    private static List<MethodInfo> questions(ClassInfo type, String property) {
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return type.methods().stream()
                .filter(method -> method.name().equals("is" + capital)
                        || method.name().equals("get" + capital)
                        || method.name().equals(property))
                .toList();
    }

    private static boolean isShown(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance schema =
                annotation(type, component, org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        boolean isHidden = schema != null
                && schema.value("hidden") != null
                && schema.value("hidden").asBoolean();
        return !isHidden
                && annotation(type, component, JsonIgnore.class) == null
                && annotation(type, component, JsonAnyGetter.class) == null;
    }

    /** Most annotations stand on the field or the accessor: few may stand on a component itself. */
    private static @Nullable AnnotationInstance annotation(
            ClassInfo type, RecordComponentInfo component, Class<? extends Annotation> wanted) {
        return Stream.of(component, type.field(component.name()), type.method(component.name()))
                .filter(Objects::nonNull)
                .map(place -> place.declaredAnnotation(wanted))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOptional(RecordComponentInfo component) {
        return component.type().name().equals(OPTIONAL) || component.type().hasAnnotation(NULLABLE);
    }

    private static String name(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance given = annotation(type, component, JsonProperty.class);
        return given == null || given.value() == null
                ? component.name()
                : given.value().asString();
    }
}
