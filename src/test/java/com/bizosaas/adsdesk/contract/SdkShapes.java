package com.bizosaas.adsdesk.contract;

import com.google.gson.annotations.SerializedName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the SDK's classes say by reflection: the calls of a node, the members of a structure, the values of an enum.
final class SdkShapes {

    private static final Map<Class<?>, List<SdkCall>> CALLS = new ConcurrentHashMap<>();

    private SdkShapes() {
    }

    static List<SdkCall> calls(Class<?> node) {
        return CALLS.computeIfAbsent(node, one -> {
            List<SdkCall> calls = new ArrayList<>();
            for (Class<?> nested : one.getDeclaredClasses()) {
                SdkCall.of(nested).ifPresent(calls::add);
            }
            return List.copyOf(calls);
        });
    }

    static Optional<SdkCall> call(Class<?> node, String method, String edge) {
        return calls(node).stream().filter(call -> call.method().equals(method) && call.edge().equals(edge))
                .findFirst();
    }

    /// Names of the members of a node or structure, with the SDK's class where it has one.
    static Map<String, Optional<Class<?>>> members(Class<?> shape) {
        Map<String, Optional<Class<?>>> members = new HashMap<>();
        for (Field field : shape.getDeclaredFields()) {
            SerializedName name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                members.put(name.value(), SdkCall.element(field.getGenericType()));
            }
        }
        return members;
    }

    /// The fields that may be read of a node: those of its own read call, else its members.
    static Set<String> fields(Class<?> node) {
        Set<String> fields = new LinkedHashSet<>(members(node).keySet());
        call(node, "GET", "/").ifPresent(call -> fields.addAll(call.fields()));
        return fields;
    }

    static Set<String> values(Class<?> anEnum) {
        return Stream.of(anEnum.getEnumConstants()).map(Object::toString).collect(Collectors.toSet());
    }
}
