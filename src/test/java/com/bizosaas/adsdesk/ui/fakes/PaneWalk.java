package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.ui.common.DialogForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/// Uses every control of a pane that is neither grey nor hidden, and those of the dialogs that open: what a curious person
/// would do. FX thread only.
public final class PaneWalk {

    private static final int DEEPEST = 4;

    private final FakeDialogs dialogs;
    private final Predicate<String> left;
    private final Set<String> used = new HashSet<>();
    private final List<DialogForm> opened = new ArrayList<>();

    /// @param left words or ids of controls that are left alone, such as those that open the system's own dialogs
    public PaneWalk(FakeDialogs dialogs, Predicate<String> left) {
        this.dialogs = dialogs;
        this.left = left;
    }

    /// Words and ids of what was used.
    public Set<String> used() {
        return used;
    }

    /// The dialogs that opened.
    public List<DialogForm> opened() {
        return opened;
    }

    public void walk(Parent pane) {
        walk(pane, 0);
    }

    private void walk(Parent pane, int depth) {
        for (Node node : all(pane)) {
            use(node, depth);
            forms(depth);
        }
    }

    private void forms(int depth) {
        while (!dialogs.forms.isEmpty()) {
            DialogForm form = dialogs.forms.removeFirst();
            opened.add(form);
            if (depth < DEEPEST && form.body() instanceof Parent body) {
                if (body.getScene() == null) {
                    Snapshots.scene(body, 800, 600, com.bizosaas.adsdesk.service.DeskSettings.Theme.LIGHT);
                }
                layout(body);
                walk(body, depth + 1);
            }
            form.submit();
        }
    }

    private static void layout(Parent root) {
        root.applyCss();
        root.layout();
    }

    private void use(Node node, int depth) {
        if (node.getScene() == null || node.isDisabled() || !seen(node) || depth > DEEPEST) {
            return;
        }
        if (node instanceof Control control && control.getContextMenu() != null) {
            items(control.getContextMenu());
        }
        switch (node) {
            case MenuButton menu -> items(menu.getItems());
            case ButtonBase button -> {
                if (leave(button.getText(), button.getId(), button.getAccessibleText())) {
                    return;
                }
                button.fire();
            }
            case ComboBox<?> box -> other(box);
            case TextField field -> {
                if (field.isEditable() && field.getOnAction() != null && !leave("", field.getId(), "")) {
                    field.setText(field.getText() + "1");
                    field.getOnAction().handle(new javafx.event.ActionEvent());
                }
            }
            default -> {
                // nothing to press
            }
        }
    }

    private void items(ContextMenu menu) {
        items(menu.getItems());
    }

    private void items(Collection<MenuItem> items) {
        for (MenuItem item : List.copyOf(items)) {
            if (!item.isDisable() && item.isVisible() && !leave(item.getText(), item.getId(), "")) {
                item.fire();
            }
        }
    }

    private boolean leave(String text, String id, String accessible) {
        for (String name : new String[]{text, id, accessible}) {
            if (name != null && left.test(name)) {
                return true;
            }
        }
        used.add(text == null || text.isEmpty() ? id + " " + accessible : text);
        return false;
    }

    private static <T> void other(ComboBox<T> box) {
        box.getItems().stream().filter(item -> !item.equals(box.getValue())).findFirst().ifPresent(box::setValue);
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> all(Parent root) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            nodes.add(child);
            if (child instanceof Parent parent) {
                nodes.addAll(all(parent));
            }
        }
        return nodes;
    }
}
