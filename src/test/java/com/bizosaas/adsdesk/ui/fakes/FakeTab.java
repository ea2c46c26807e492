package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.ui.common.KeyHint;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.TabId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A tab that shows its name and remembers what it was told.
public final class FakeTab implements DeskTab {

    private final TabId id;
    private final StackPane view;
    public final List<String> calls = new ArrayList<>();

    public FakeTab(TabId id) {
        this.id = id;
        this.view = new StackPane(Labels.of(id.name(), "section-title"));
        view.setId("view-" + id);
    }

    @Override
    public TabId id() {
        return id;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void activate() {
        calls.add("activate");
    }

    @Override
    public void deactivate() {
        calls.add("deactivate");
    }

    @Override
    public void refresh() {
        calls.add("refresh");
    }

    @Override
    public void focusSearch() {
        calls.add("search");
    }

    /// What the tab offers to the command palette.
    public List<DeskAction> offered = List.of();

    @Override
    public List<DeskAction> actions() {
        return offered;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Bake", "Ctrl Shift P"));
    }

    @Override
    public void review() {
        calls.add("review");
    }

    @Override
    public void find(String text) {
        calls.add("find " + text);
    }
}
