package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.ui.common.Icons;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// A picture that fills its frame, cut to the frame's shape. FX thread only.
final class Thumb extends StackPane {

    private final ImageView view = new ImageView();
    private final double width;
    private final double height;

    Thumb(double width, double height) {
        this.width = width;
        this.height = height;
        getStyleClass().add("image-thumb");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        view.setFitWidth(width);
        view.setFitHeight(height);
        getChildren().add(Icons.IMAGE.node("i16", "subtle"));
    }

    void show(Optional<Image> image) {
        image.ifPresentOrElse(this::show, () -> getChildren().setAll(Icons.IMAGE.node("i16", "subtle")));
    }

    private void show(Image image) {
        double ratio = width / height;
        double own = image.getWidth() / image.getHeight();
        double w = own > ratio ? image.getHeight() * ratio : image.getWidth();
        double h = own > ratio ? image.getHeight() : image.getWidth() / ratio;
        view.setViewport(new Rectangle2D((image.getWidth() - w) / 2, (image.getHeight() - h) / 2, w, h));
        view.setImage(image);
        getChildren().setAll(view);
    }
}
