package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.LinkedHashMap;
import java.util.Map;

/// The pixels and Pages that the ad account may promote, by id. Read from Facebook once for each wizard; nothing of them is
/// chosen in the operator's place. FX thread only.
final class Promotable {

    private final DeskServices services;
    private final TaskRunner tasks;
    private final TenantId tenant;
    private final AdAccountId account;
    private Map<String, String> pixels = Map.of();
    private Map<String, String> pages = Map.of();
    private String obstacle = "";
    private boolean reading;
    private Runnable told = () -> {
    };

    private record Found(Map<String, String> pixels, Map<String, String> pages) {
    }

    Promotable(DeskServices services, TaskRunner tasks, TenantId tenant, AdAccountId account) {
        this.services = services;
        this.tasks = tasks;
        this.tenant = tenant;
        this.account = account;
    }

    void onRead(Runnable listener) {
        told = listener;
    }

    Map<String, String> pixels() {
        return pixels;
    }

    Map<String, String> pages() {
        return pages;
    }

    /// Why they are not known, empty where they are.
    String obstacle() {
        return obstacle;
    }

    void read() {
        if (reading) {
            return;
        }
        reading = true;
        tasks.call(() -> {
            Map<String, String> some = new LinkedHashMap<>();
            services.audiences().pixels(tenant, account).forEach(pixel -> some.put(pixel.id().value(), pixel.name()));
            Map<String, String> others = new LinkedHashMap<>();
            services.creatives().pages(tenant, account).forEach(page -> others.put(page.id().value(), page.name()));
            return new Found(some, others);
        }).onSuccess(found -> {
            pixels = found.pixels;
            pages = found.pages;
            obstacle = "";
        }).onError(thrown -> obstacle = Problems.of(thrown).title()).andFinally(() -> {
            reading = false;
            told.run();
        }).start();
    }
}
