package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A thumbnail that covers its place, cut at the edges; grey while it loads, the format's icon where there is none.
public final class Picture extends Region {

    private final ImageView view = new ImageView();
    private final StackPane instead = new StackPane();
    private TaskRunner.@Nullable Running loading;

    public Picture() {
        getStyleClass().add("picture");
        view.setPreserveRatio(false);
        view.setSmooth(true);
        getChildren().addAll(instead, view);
    }

    /// Asks for the picture and withdraws the former request.
    public void show(Creative creative, ThumbnailSource source) {
        cancel();
        view.setImage(null);
        instead.getChildren().clear();
        getStyleClass().remove("missing");
        loading = source.load(creative, image -> arrived(creative, image));
    }

    public void cancel() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
    }

    private void arrived(Creative creative, Optional<Image> image) {
        loading = null;
        if (image.isPresent()) {
            view.setImage(image.get());
            requestLayout();
        } else {
            getStyleClass().add("missing");
            instead.getChildren().setAll(placeholder(creative));
        }
    }

    private static Node placeholder(Creative creative) {
        Icons icon = creative.format() == Creative.Format.VIDEO ? Icons.VIDEO : FormatBadge.icon(creative.format());
        return icon.node("i20", "subtle");
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        instead.resizeRelocate(0, 0, width, height);
        Image image = view.getImage();
        if (image == null || width <= 0 || height <= 0 || image.getWidth() <= 0) {
            return;
        }
        double scale = Math.max(width / image.getWidth(), height / image.getHeight());
        double cutWidth = width / scale;
        double cutHeight = height / scale;
        view.setViewport(new Rectangle2D((image.getWidth() - cutWidth) / 2, (image.getHeight() - cutHeight) / 2,
                cutWidth, cutHeight));
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(0, 0);
    }
}
