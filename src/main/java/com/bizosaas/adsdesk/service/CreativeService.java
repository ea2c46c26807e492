package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creatives of an account (graph-api chapter 08).
@Needs(Role.VIEWER)
public interface CreativeService {

    Stamped<List<Creative>> creatives(TenantId tenant, AdAccountId account);

    /// The picture's bytes, from the store or else from Facebook; empty where the creative has none.
    Optional<byte[]> thumbnail(TenantId tenant, AdAccountId account, GraphId creative);

    /// The address of Facebook's own preview page, good for 24 hours.
    ///
    /// @param format one of Facebook's ad formats, such as `MOBILE_FEED_STANDARD`
    Preview preview(TenantId tenant, AdAccountId account, GraphId creative, String format);

    /// Creates a creative. It cannot be changed afterwards but for its name (graph-api chapter 08).
    ///
    /// @param specs `object_story_spec`, `asset_feed_spec` (JSON), `object_story_id`, `url_tags`; one that says what is
    ///        shown is needed
    @Needs(Role.PUBLISHER)
    GraphId create(TenantId tenant, AdAccountId account, String name, Map<String, String> specs);

    /// Pages that the account may advertise for, by name, read from Facebook.
    List<Page> pages(TenantId tenant, AdAccountId account);

    /// A Facebook Page: who speaks in an ad.
    record Page(GraphId id, String name) {
    }

    /// @param address the page to show in an embedded browser
    record Preview(String address, int width, int height) {
    }
}
