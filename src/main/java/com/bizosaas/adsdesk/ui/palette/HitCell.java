package com.bizosaas.adsdesk.ui.palette;

import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.palette.Hit.Group;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A line of the palette: a group's title, or a hit with the letters that match in another colour.
final class HitCell extends ListCell<HitCell.Line> {

    /// @param hit null for a title
    record Line(Group group, @Nullable Hit hit) {
    }

    private static final PseudoClass TITLE = PseudoClass.getPseudoClass("title");
    private static final PseudoClass OBSTRUCTED = PseudoClass.getPseudoClass("obstructed");

    private final Supplier<Fuzzy> words;

    HitCell(Supplier<Fuzzy> words, Consumer<Hit> run) {
        this.words = words;
        getStyleClass().add("hit");
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            Line line = getItem();
            if (line != null && line.hit() != null) {
                run.accept(line.hit());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        Hit hit = empty || line == null ? null : line.hit();
        pseudoClassStateChanged(TITLE, !empty && line != null && hit == null);
        pseudoClassStateChanged(OBSTRUCTED, hit != null && !hit.obstacle().isEmpty());
        setDisable(hit == null);
        setText(hit == null && line != null && !empty ? line.group().title() : null);
        setGraphic(hit == null ? null : node(hit));
        setAccessibleText(hit == null
                ? null
                : hit.name() + ", " + (hit.obstacle().isEmpty() ? hit.detail() : hit.obstacle()));
    }

    private Node node(Hit hit) {
        StackPane face = new StackPane(hit.tenant() != null && hit.group() != Group.OBJECTS
                ? Avatar.of(hit.tenant(), Avatar.Size.SMALL)
                : hit.icon().node());
        face.getStyleClass().add("hit-face");
        HBox name = new HBox();
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        mark(name, hit.name());
        Label detail = Labels.of(hit.obstacle().isEmpty() ? hit.detail() : hit.obstacle(), "hit-detail");
        detail.setMinWidth(40);
        HBox line = new HBox(10, face, name, detail, Labels.gap());
        line.setAlignment(Pos.CENTER_LEFT);
        if (!hit.key().isEmpty()) {
            line.getChildren().add(Labels.keyCap(hit.key()));
        }
        return line;
    }

    /// Labels side by side, not a text flow: they end in “…” where the line is too short.
    private void mark(HBox name, String text) {
        BitSet marks = words.get().marks(Fuzzy.folded(text));
        for (int from = 0; from < text.length();) {
            boolean marked = marks.get(from);
            int to = marked ? marks.nextClearBit(from) : marks.nextSetBit(from);
            int end = to < 0 || to > text.length() ? text.length() : to;
            Label part = Labels.of(text.substring(from, end), marked ? "hit-mark" : "hit-name");
            part.setMinWidth(marked ? USE_PREF_SIZE : 0);
            name.getChildren().add(part);
            from = end;
        }
    }
}
