package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AudienceService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class FakeAudiences implements AudienceService {

    public Stamped<List<CustomAudience>> audiences = Stamped.never(List.of());
    public List<Pixel> pixels = List.of(new Pixel(new GraphId("700001"), "Nordlys Web"));
    public @Nullable Problem refusal;
    public final List<String> calls = new ArrayList<>();

    @Override
    public Stamped<List<CustomAudience>> audiences(TenantId tenant, AdAccountId account) {
        return audiences;
    }

    @Override
    public GraphId createLookalike(TenantId tenant, AdAccountId account, String name, GraphId originId, String country,
            double startingRatio, double ratio) {
        write("lookalike " + name + " " + originId + " " + country + " " + startingRatio + " " + ratio);
        return new GraphId("8001");
    }

    @Override
    public GraphId createWebsiteAudience(TenantId tenant, AdAccountId account, String name, GraphId pixel, String event,
            String urlContains, int retentionDays) {
        write("website " + name + " " + pixel + " " + event + " " + urlContains + " " + retentionDays);
        return new GraphId("8002");
    }

    @Override
    public void delete(TenantId tenant, AdAccountId account, GraphId audience) {
        write("delete " + audience);
    }

    @Override
    public List<Pixel> pixels(TenantId tenant, AdAccountId account) {
        return pixels;
    }

    private void write(String call) {
        calls.add(call);
        if (refusal != null) {
            throw new DeskException(refusal);
        }
    }

    @Override
    public GraphId createCustomerList(TenantId tenant, AdAccountId account, String name, String description,
            String source) {
        throw new UnsupportedOperationException("No pane makes customer lists yet");
    }
}
