package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.service.PublishService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Batches as they were put here; what is asked for is written down.
public final class FakePublishing {

    public final List<String> calls = new ArrayList<>();
    public List<PublishBatch> batches = List.of();
    public PublishService.Estimate estimate = new PublishService.Estimate(3, Duration.ofSeconds(2), Duration.ZERO);
    public PublishService.UndoPlan plan = new PublishService.UndoPlan(List.of(), List.of(), List.of(), 0);
    public Map<String, String> takenBackBy = Map.of();
    /// What the last *Publish* was asked with.
    public List<Object> asked = List.of();

    public PublishService service() {
        return (PublishService) Proxy.newProxyInstance(PublishService.class.getClassLoader(), new Class<?>[]{
                PublishService.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (method.getName().equals("publish")) {
                        asked = Arrays.asList(arguments);
                    }
                    return switch (method.getName()) {
                        case "batches" -> batches;
                        case "batch", "publish" -> batches.getFirst();
                        case "estimate" -> estimate;
                        case "undoPlan" -> plan;
                        case "retry" -> 0;
                        case "takenBackBy" -> takenBackBy;
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> "FakePublishing";
                        default -> null;
                    };
                });
    }
}
