package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Gives the picture of a creative of the account that is looked at. See [Thumbnails#load].
@FunctionalInterface
public interface ThumbnailSource {

    TaskRunner.@Nullable Running load(Creative creative, Consumer<Optional<Image>> found);
}
