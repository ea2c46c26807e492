package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.CreativeService.Preview;
import com.bizosaas.adsdesk.service.LaunchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has what it is given.
public final class FakeLaunch implements LaunchService {

    public Assets assets = new Assets(Map.of(), Map.of(), Map.of());
    public final List<CampaignTemplate> templates = new ArrayList<>();

    @Override
    public Assets assets(TenantId tenant, AdAccountId account) {
        return assets;
    }

    @Override
    public Assets readAssets(TenantId tenant, AdAccountId account) {
        return assets;
    }

    @Override
    public List<AccountImage> library(TenantId tenant, AdAccountId account) {
        return List.of();
    }

    @Override
    public KeptImage keep(TenantId tenant, String fileName, byte[] bytes) {
        return new KeptImage("0".repeat(64), fileName, "PNG", 1080, 1080, bytes.length);
    }

    @Override
    public Optional<byte[]> picture(TenantId tenant, AdAccountId account, String image) {
        return Optional.empty();
    }

    @Override
    public Preview preview(TenantId tenant, AdAccountId account, String creative, String format) {
        return new Preview("https://www.facebook.com/ads/api/preview_iframe.php?d=1", 335, 450);
    }

    @Override
    public List<CampaignTemplate> templates(TenantId tenant) {
        return List.copyOf(templates);
    }

    @Override
    public void saveTemplate(TenantId tenant, String name, DraftKey campaign) {
        templates.add(new CampaignTemplate(name, name, campaign.account(), "EUR", List.of()));
    }

    @Override
    public void deleteTemplate(TenantId tenant, String id) {
        templates.removeIf(one -> one.id().equals(id));
    }

    @Override
    public Begun begin(TenantId tenant, AdAccountId account, String id) {
        throw new UnsupportedOperationException("No test begins from a template of the fake");
    }
}
