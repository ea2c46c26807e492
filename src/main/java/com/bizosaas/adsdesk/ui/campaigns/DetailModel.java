package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the side panel tells of a row. FX thread only; reading runs elsewhere, one row at a time.
final class DetailModel {

    private final InsightService insights;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>(this, "detail", null);
    private @Nullable CampaignRow wanted;
    private boolean reading;

    DetailModel(InsightService insights, TaskRunner tasks) {
        this.insights = insights;
        this.tasks = tasks;
    }

    /// Null for nothing.
    ReadOnlyObjectProperty<@Nullable Detail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Shows a row; null clears it. While one is read only the last of the others waits.
    void show(@Nullable CampaignRow row) {
        Detail shown = detail.get();
        wanted = row;
        if (row == null) {
            detail.set(null);
        } else if (shown == null || !shown.row().key().equals(row.key())) {
            detail.set(Detail.of(row));
        }
        read();
    }

    private void read() {
        CampaignRow row = wanted;
        if (row == null || reading) {
            return;
        }
        reading = true;
        wanted = null;
        tasks.call(() -> Detail.read(insights, row)).onSuccess(read -> {
            Detail shown = detail.get();
            if (shown != null && shown.row().key().equals(row.key())) {
                detail.set(read);
            }
        }).onError(Problems::of).andFinally(() -> {
            reading = false;
            read();
        }).start();
    }
}
