package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.CreativeService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class FakeCreatives implements CreativeService {

    public Stamped<List<Creative>> creatives = Stamped.never(List.of());
    public final Map<GraphId, byte[]> thumbnails = new HashMap<>();
    public Preview preview = new Preview("http://127.0.0.1:1/preview", 320, 480);
    public List<Page> pages = List.of(new Page(new GraphId("800001"), "Nordlys Outdoor"));
    public @Nullable Problem refusal;

    @Override
    public Stamped<List<Creative>> creatives(TenantId tenant, AdAccountId account) {
        return creatives;
    }

    @Override
    public Optional<byte[]> thumbnail(TenantId tenant, AdAccountId account, GraphId creative) {
        return Optional.ofNullable(thumbnails.get(creative));
    }

    @Override
    public List<Page> pages(TenantId tenant, AdAccountId account) {
        return pages;
    }

    @Override
    public Preview preview(TenantId tenant, AdAccountId account, GraphId creative, String format) {
        if (refusal != null) {
            throw new DeskException(refusal);
        }
        return preview;
    }

    @Override
    public GraphId create(TenantId tenant, AdAccountId account, String name, java.util.Map<String, String> specs) {
        throw new UnsupportedOperationException("No pane makes creatives yet");
    }
}
