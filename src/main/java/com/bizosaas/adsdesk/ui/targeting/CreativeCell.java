package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.creatives.FormatBadge;
import com.bizosaas.adsdesk.ui.creatives.Picture;
import com.bizosaas.adsdesk.ui.creatives.ThumbnailSource;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One creative: its picture, its name, what it says.
final class CreativeCell extends ListCell<Creative> {

    static final double HEIGHT = 68;
    private static final double WIDTH = 84;
    private static final double PICTURE = 56;

    private final ThumbnailSource thumbnails;
    private final Picture picture = new Picture();
    private final Label name = Labels.of("", "t12", "weight-medium");
    private final Label words = Labels.of("", "t11", "muted");
    private final Label more = Labels.of("", "t11", "muted");
    private final HBox row;
    private @Nullable Creative shown;

    /// Whose creatives are listed.
    record Place(TenantId tenant, AdAccountId account) {
    }

    CreativeCell(ThumbnailSource thumbnails) {
        this.thumbnails = thumbnails;
        picture.setMinSize(WIDTH, PICTURE);
        picture.setPrefSize(WIDTH, PICTURE);
        picture.setMaxSize(WIDTH, PICTURE);
        VBox texts = new VBox(3, name, words, more);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        texts.setPrefWidth(100);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(12, picture, texts);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    static String title(Creative creative) {
        return creative.name().isBlank() ? "Creative " + creative.id() : creative.name();
    }

    @Override
    protected void updateItem(@Nullable Creative item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            picture.cancel();
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (!Objects.equals(shown, item)) {
            shown = item;
            picture.show(item, thumbnails);
        }
        name.setText(title(item));
        words.setText(item.title().isBlank() ? item.body() : item.title());
        more.setText(FormatBadge.words(item) + " · " + item.id());
        setAccessibleText(title(item) + ", " + FormatBadge.words(item));
        setGraphic(row);
    }
}
