package com.bizosaas.adsdesk.contract;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One call as the SDK describes it: read from its request class.
///
/// @param edge with a slash in front; a slash alone for the node itself
/// @param types what a parameter holds, where the SDK says so: an enum or a structure
record SdkCall(String method, String edge, Set<String> params, Set<String> fields, Map<String, Class<?>> types,
        Class<?> returns) {

    private static final APIContext NOBODY = new APIContext("");

    static Optional<SdkCall> of(Class<?> request) {
        if (!APIRequest.class.isAssignableFrom(request) || request == APIRequest.class) {
            return Optional.empty();
        }
        try {
            Object instance = request.getConstructor(String.class, APIContext.class).newInstance("1", NOBODY);
            Map<String, Class<?>> types = new HashMap<>();
            Set<String> params = Set.of((String[]) request.getField("PARAMS").get(null));
            for (String param : params) {
                type(request, param).ifPresent(type -> types.put(param, type));
            }
            Type parent = request.getGenericSuperclass();
            Class<?> returns = (Class<?>) ((ParameterizedType) parent).getActualTypeArguments()[0];
            return Optional.of(new SdkCall(text(instance, "method"), text(instance, "endpoint"), params,
                    Set.of((String[]) request.getField("FIELDS").get(null)), Map.copyOf(types), returns));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the SDK changed its shape: " + request, e);
        }
    }

    private static String text(Object request, String name) throws ReflectiveOperationException {
        Field field = APIRequest.class.getDeclaredField(name);
        field.setAccessible(true);
        return (String) field.get(request);
    }

    /// The type that the typed setter of a parameter takes, or the type of its elements.
    private static Optional<Class<?>> type(Class<?> request, String param) {
        String setter = "set" + camel(param);
        for (Method method : request.getMethods()) {
            if (method.getName().equals(setter) && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] != String.class) {
                Optional<Class<?>> known = element(method.getGenericParameterTypes()[0]);
                if (known.isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }

    /// The SDK's own class behind a type, out of any list.
    static Optional<Class<?>> element(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return element(list.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && plain.getName().startsWith("com.facebook.ads.sdk.")
                ? Optional.of(plain)
                : Optional.empty();
    }

    private static String camel(String param) {
        StringBuilder name = new StringBuilder();
        for (String word : param.split("_")) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
