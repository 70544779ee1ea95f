package org.pengjiang.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;

/** How a document stands in {@code contracts/http}: the same bytes for the same content, and readable. */
final class ContractFile {
    private static final List<String> ORDER =
            List.of("openapi", "info", "servers", "security", "tags", "paths", "components");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .stringQuotingChecker(new NothingIsADate())
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    private ContractFile() {}

    /** A text such as 2026-09-18 is read as a date by some parsers when it stands there without quotes. */
    private static final class NothingIsADate extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || (!value.isEmpty() && Character.isDigit(value.charAt(0)));
        }
    }

    static String text(String json) {
        try {
            JsonNode document = JSON.readTree(json);
            ObjectNode ordered = JSON.createObjectNode();
            ORDER.stream().filter(document::has).forEach(name -> ordered.set(name, document.get(name)));
            document.properties().forEach(member -> ordered.putIfAbsent(member.getKey(), member.getValue()));
            return YAML.writeValueAsString(ordered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no YAML: " + yaml.lines().findFirst().orElse(""), e);
        }
    }
}
