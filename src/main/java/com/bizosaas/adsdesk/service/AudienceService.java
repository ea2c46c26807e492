package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;

/// Custom audiences of an account (graph-api chapter 06).
@Needs(Role.PUBLISHER)
public interface AudienceService {

    @Needs(Role.VIEWER)
    Stamped<List<CustomAudience>> audiences(TenantId tenant, AdAccountId account);

    /// @param originId the seed audience
    /// @param country ISO code
    /// @param startingRatio 0 for one that starts at the most similar people
    /// @param ratio above `startingRatio`, 0.01 to 0.20
    /// @throws DeskException if an equal lookalike exists already
    GraphId createLookalike(TenantId tenant, AdAccountId account, String name, GraphId originId, String country,
            double startingRatio, double ratio);

    /// A website audience: people who sent an event to a pixel, optionally on addresses that contain a text.
    ///
    /// @param event a standard event such as `Purchase`, or empty for any visit
    /// @param urlContains empty for any address
    /// @param retentionDays 1 to 180
    GraphId createWebsiteAudience(TenantId tenant, AdAccountId account, String name, GraphId pixel, String event,
            String urlContains, int retentionDays);

    /// An empty customer list, to be filled by an upload.
    ///
    /// @param source `USER_PROVIDED_ONLY`, `PARTNER_PROVIDED_ONLY` or `BOTH_USER_AND_PARTNER_PROVIDED`
    GraphId createCustomerList(TenantId tenant, AdAccountId account, String name, String description, String source);

    void delete(TenantId tenant, AdAccountId account, GraphId audience);

    /// The account's pixels, read from Facebook.
    @Needs(Role.VIEWER)
    List<Pixel> pixels(TenantId tenant, AdAccountId account);

    /// A pixel (dataset) of the account.
    record Pixel(GraphId id, String name) {
    }
}
