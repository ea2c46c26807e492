package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.LaunchService;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures of new ads, read and decoded off the FX thread and kept for the wizard's life. FX thread only.
final class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    /// Enough for a preview on a dense screen.
    private static final double WIDTH = 540;

    private final LaunchService launch;
    private final TaskRunner tasks;
    private final Map<String, Optional<Image>> kept = new LinkedHashMap<>();

    Pictures(LaunchService launch, TaskRunner tasks) {
        this.launch = launch;
        this.tasks = tasks;
    }

    /// @param image as in [com.bizosaas.adsdesk.draft.NewCreative]
    /// @param found told the picture, or nothing where there is none; at once if it is known
    void load(TenantId tenant, AdAccountId account, String image, Consumer<Optional<Image>> found) {
        Optional<Image> known = kept.get(image);
        if (image.isEmpty() || known != null) {
            found.accept(known == null ? Optional.empty() : known);
            return;
        }
        tasks.call(() -> launch.picture(tenant, account, image)
                .map(bytes -> new Image(new ByteArrayInputStream(bytes), WIDTH, 0, true, true))
                .filter(one -> !one.isError())).onSuccess(one -> {
                    kept.put(image, one);
                    found.accept(one);
                }).onError(thrown -> {
                    LOG.debug("A picture was not read; its place stays empty", thrown);
                    found.accept(Optional.empty());
                }).start();
    }
}
