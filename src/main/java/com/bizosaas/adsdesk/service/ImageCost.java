package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.store.ImageStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which images are known to be in an ad account, and what bringing the others there costs of its allowance, before the ads
/// that show them are made. Thread-safe.
final class ImageCost {

    static final Cost NOTHING = new Cost(0, 0);
    private static final Cost READ = new Cost(Effect.READ.points(), 1);
    private static final Cost WRITE = new Cost(Effect.UPDATE.points(), 1);

    private final ImageStore images;
    /// Those that were there lately: the ads of a batch do not all ask for the same.
    private final Cache<Place, String> there = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(30)).build();

    /// @param image SHA-256 of a kept one, hash of one that comes from another account
    private record Place(TenantId tenant, AdAccountId account, String image) {
    }

    /// @param points of the account's allowance
    record Cost(int points, int requests) {

        Cost and(Cost other) {
            return new Cost(points + other.points, requests + other.requests);
        }
    }

    ImageCost(ImageStore images) {
        this.images = images;
    }

    /// The hash of an image that was in the account lately; null where that is not known.
    @Nullable
    String there(TenantId tenant, AdAccountId account, String image) {
        return there.getIfPresent(new Place(tenant, account, image));
    }

    void isThere(TenantId tenant, AdAccountId account, String image, String hash) {
        there.put(new Place(tenant, account, image), hash);
    }

    /// An ad was refused there: an image may be gone, and is looked for before the next try.
    void forget(TenantId tenant, AdAccountId account) {
        there.asMap().keySet().removeIf(place -> place.tenant.equals(tenant) && place.account.equals(account));
    }

    /// What is to be done for the images of these rows, of one account, before they are sent.
    ///
    /// @param brought takes up what is there afterwards; what it holds costs nothing more
    Cost of(TenantId tenant, List<PublishRow> rows, Set<String> brought) {
        Cost all = NOTHING;
        for (PublishRow row : rows) {
            String creative = row.sent().getOrDefault(Fields.CREATIVE, "");
            if (row.action() != Action.REMOVE && creative.contains("image")) {
                all = all.and(of(tenant, row.key().account(), creative, brought));
            }
        }
        return all;
    }

    private Cost of(TenantId tenant, AdAccountId account, String creative, Set<String> brought) {
        boolean copied = !CreativeParts.imagesFrom(creative).isEmpty();
        Cost all = NOTHING;
        for (String image : CreativeParts.images(creative)) {
            boolean kept = NewCreative.isKept(image);
            String name = kept ? NewCreative.sha256(image) : image;
            if ((kept || copied) && brought.add(name) && there(tenant, account, name) == null) {
                // Which of another account's images are missing is asked together.
                Cost asked = copied && all == NOTHING ? READ : NOTHING;
                boolean before = kept && images.hash(tenant, account, name).isPresent();
                all = all.and(asked).and(before ? READ : WRITE);
            }
        }
        return all;
    }
}
