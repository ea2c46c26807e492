package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.CreativeService;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures of creatives: fetched and decoded off the FX thread, the last few hundred kept in memory. A request can be
/// withdrawn, so that fast scrolling does not fetch what nobody sees any more. FX thread only.
public final class Thumbnails {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    /// At some 400 KB each, about 80 MB.
    private static final int KEPT = 200;
    /// Twice the width of a card, for dense screens.
    private static final double WIDTH = 512;

    private record Key(TenantId tenant, AdAccountId account, GraphId creative) {
    }

    private final Map<Key, Optional<Image>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Image>> eldest) {
            return size() > KEPT;
        }
    };
    private final CreativeService creatives;
    private final TaskRunner tasks;

    public Thumbnails(CreativeService creatives, TaskRunner tasks) {
        this.creatives = creatives;
        this.tasks = tasks;
    }

    /// @param found called with the picture, or with nothing where the creative has none that can be shown; at once if
    ///        it is in memory
    /// @return withdraws the request; null where it was answered at once
    public TaskRunner.@Nullable Running load(TenantId tenant, AdAccountId account, GraphId creative,
            Consumer<Optional<Image>> found) {
        Key key = new Key(tenant, account, creative);
        Optional<Image> known = kept.get(key);
        if (known != null) {
            found.accept(known);
            return null;
        }
        return tasks.call(() -> creatives.thumbnail(tenant, account, creative).map(Thumbnails::decode)
                .filter(image -> !image.isError())).onSuccess(image -> {
                    kept.put(key, image);
                    found.accept(image);
                }).onError(thrown -> {
                    LOG.debug("A thumbnail was not read; its card shows the format instead", thrown);
                    found.accept(Optional.empty());
                }).start();
    }

    /// Forgets all pictures, when another tenant is looked at.
    public void clear() {
        kept.clear();
    }

    private static Image decode(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), WIDTH, 0, true, true);
    }
}
