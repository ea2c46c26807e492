package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import java.util.Map;
import java.util.Set;

/// Brings the images of a creative that comes from another account along, before the ad that shows them is made: hashes
/// belong to one account (graph-api chapter 08, "Images"). What is there is not copied again, so that a batch which was
/// broken off can go on.
final class ImageCopies {

    static final String EDGE = "adimages";
    private static final String COPY = "copy_from";

    private final OwnWrites writes;
    private final RemoteAssets remote;
    private final ImageCost known;

    ImageCopies(OwnWrites writes, RemoteAssets remote, ImageCost known) {
        this.writes = writes;
        this.remote = remote;
        this.known = known;
    }

    /// @param creative as it is drafted; one whose images are its own account's needs nothing
    /// @throws DeskException if an image could not be copied
    void along(TenantId tenant, AdAccountId account, String creative) {
        String source = CreativeParts.imagesFrom(creative);
        if (source.isEmpty()) {
            return;
        }
        Set<String> unknown = CreativeParts.images(creative);
        unknown.removeIf(hash -> known.there(tenant, account, hash) != null);
        if (unknown.isEmpty()) {
            return;
        }
        for (String hash : remote.missingImages(tenant, account, unknown)) {
            String copy = Json.MAPPER.writeValueAsString(Json.MAPPER.createObjectNode()
                    .put("source_account_id", number(source)).put("hash", hash));
            writes.perform(PlannedWrite.update(tenant, account, EDGE, new GraphId(number(account.value())), hash,
                    "image.copy", new Before.Values(Map.of(COPY, "")), Map.of(COPY, copy)));
        }
        unknown.forEach(hash -> known.isThere(tenant, account, hash, hash));
    }

    private static String number(String account) {
        return account.replace("act_", "");
    }
}
