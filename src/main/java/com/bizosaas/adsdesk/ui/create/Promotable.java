package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.LaunchService;
import com.bizosaas.adsdesk.service.LaunchService.Assets;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pixels, Pages and Instagram accounts that the ad account may advertise with, by id: at once as they were last read,
/// then as Facebook says. Nothing of them is chosen in the operator's place. FX thread only.
final class Promotable {

    private final LaunchService launch;
    private final TaskRunner tasks;
    private final TenantId tenant;
    private final AdAccountId account;
    private final List<Runnable> told = new ArrayList<>();
    private Assets assets = new Assets(Map.of(), Map.of(), Map.of());
    private String obstacle = "";
    private boolean reading;

    Promotable(LaunchService launch, TaskRunner tasks, TenantId tenant, AdAccountId account) {
        this.launch = launch;
        this.tasks = tasks;
        this.tenant = tenant;
        this.account = account;
    }

    void onRead(Runnable listener) {
        told.add(listener);
    }

    Map<String, String> pixels() {
        return assets.pixels();
    }

    Map<String, String> pages() {
        return assets.pages();
    }

    Map<String, String> instagram() {
        return assets.instagram();
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
        tasks.call(() -> launch.assets(tenant, account)).onSuccess(this::take).andFinally(this::ask).start();
    }

    private void ask() {
        tasks.call(() -> launch.readAssets(tenant, account)).onSuccess(this::take)
                .onError(thrown -> obstacle = assets.isEmpty() ? Problems.of(thrown).title() : "").andFinally(() -> {
                    reading = false;
                    told.forEach(Runnable::run);
                }).start();
    }

    private void take(Assets found) {
        if (!found.isEmpty() || assets.isEmpty()) {
            assets = found;
            obstacle = "";
            told.forEach(Runnable::run);
        }
    }
}
