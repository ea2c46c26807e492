package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdAccountId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/// Keeps one tree item for each row through refresh, sort and filter, so that open branches stay open. FX thread only.
final class RowTree {

    private final TreeItem<CampaignRow> root = new TreeItem<>();
    /// By shape, for an item cannot hang in two places.
    private final Map<View.Shape, Map<RowKey, TreeItem<CampaignRow>>> items = new EnumMap<>(View.Shape.class);
    private @Nullable AdAccountId account;

    RowTree() {
        root.setExpanded(true);
    }

    TreeItem<CampaignRow> root() {
        return root;
    }

    /// Forgets the branches of another account.
    void of(@Nullable AdAccountId shown) {
        if (shown != null && !shown.equals(account)) {
            account = shown;
            items.clear();
        }
    }

    /// @return whether rows came, went or moved
    boolean show(List<CampaignRow> rows, View.Shape shape) {
        Map<RowKey, TreeItem<CampaignRow>> known = items.computeIfAbsent(shape, _ -> new HashMap<>());
        return fill(root, rows, known);
    }

    @Nullable
    TreeItem<CampaignRow> item(RowKey key, View.Shape shape) {
        return items.getOrDefault(shape, Map.of()).get(key);
    }

    private static boolean fill(TreeItem<CampaignRow> parent, List<CampaignRow> rows,
            Map<RowKey, TreeItem<CampaignRow>> known) {
        boolean moved = false;
        List<TreeItem<CampaignRow>> children = new ArrayList<>(rows.size());
        for (CampaignRow row : rows) {
            TreeItem<CampaignRow> item = known.computeIfAbsent(row.key(), _ -> new TreeItem<>());
            if (!row.equals(item.getValue())) {
                moved |= fill(item, row.children(), known);
                item.setValue(row);
            }
            children.add(item);
        }
        if (!children.equals(parent.getChildren())) {
            parent.getChildren().setAll(children);
            return true;
        }
        return moved;
    }
}
