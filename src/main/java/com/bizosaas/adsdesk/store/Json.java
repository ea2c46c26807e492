package com.bizosaas.adsdesk.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/// Records as JSON in columns that no query looks into. Reading is tolerant: a property that a row does not have yet is
/// empty, null or zero, one that is not known any more is passed over. No type names, so no polymorphic reading.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(List.class, Json::emptyForNull).withConfigOverride(Set.class, Json::emptyForNull)
            .withConfigOverride(Map.class, Json::emptyForNull).build();
    private static final TypeReference<Map<String, BigDecimal>> AMOUNTS = new TypeReference<>() {
    };

    private Json() {
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> List<T> readList(String json, Class<T> type) {
        JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
        return MAPPER.readValue(json, list);
    }

    static Map<String, BigDecimal> readAmounts(String json) {
        return json.equals("{}") ? Map.of() : MAPPER.readValue(json, AMOUNTS);
    }

    private static void emptyForNull(tools.jackson.databind.cfg.MutableConfigOverride override) {
        override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
}
