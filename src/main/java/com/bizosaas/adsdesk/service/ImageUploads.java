package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.store.ImageStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings the images that a draft keeps on this computer to its ad account, just before the ad that shows them is made.
/// What the account has already is not sent again; sent twice it would make no second image (graph-api chapter 08,
/// "Images"), so that a batch which was broken off can go on.
final class ImageUploads {

    private static final String SHA = "sha256";

    private final OwnWrites writes;
    private final RemoteAssets remote;
    private final ImageStore images;
    private final ImageCost known;

    ImageUploads(OwnWrites writes, RemoteAssets remote, ImageStore images, ImageCost known) {
        this.writes = writes;
        this.remote = remote;
        this.images = images;
        this.known = known;
    }

    /// The creative as Facebook takes it: with the hashes under which the account has its images.
    ///
    /// @param creative as it is drafted
    /// @throws DeskException if an image could not be brought there
    String uploaded(TenantId tenant, AdAccountId account, String creative) {
        String ready = creative;
        for (String image : CreativeParts.images(creative)) {
            if (NewCreative.isKept(image)) {
                ready = ready.replace(image, hash(tenant, account, NewCreative.sha256(image)));
            }
        }
        return ready;
    }

    /// The same for comparing: an image that was never brought there keeps its own name.
    String known(TenantId tenant, AdAccountId account, String creative) {
        String ready = creative;
        for (String image : CreativeParts.images(creative)) {
            if (NewCreative.isKept(image)) {
                ready = ready.replace(image,
                        images.hash(tenant, account, NewCreative.sha256(image)).orElse(image));
            }
        }
        return ready;
    }

    private String hash(TenantId tenant, AdAccountId account, String sha256) {
        String there = known.there(tenant, account, sha256);
        if (there == null) {
            there = brought(tenant, account, sha256);
            known.isThere(tenant, account, sha256, there);
        }
        return there;
    }

    private String brought(TenantId tenant, AdAccountId account, String sha256) {
        Optional<String> before = images.hash(tenant, account, sha256);
        if (before.isPresent() && remote.missingImages(tenant, account, Set.of(before.get())).isEmpty()) {
            return before.get();
        }
        KeptImage image = images.find(tenant, sha256).orElseThrow(ImageUploads::gone);
        byte[] bytes = images.bytes(tenant, sha256).orElseThrow(ImageUploads::gone);
        String number = account.value().replace("act_", "");
        String hash = writes.upload(PlannedWrite.update(tenant, account, ImageCopies.EDGE, new GraphId(number),
                image.name(), "image.upload", new Before.Values(Map.of(SHA, "")), Map.of(SHA, sha256)), bytes);
        images.putHash(tenant, account, sha256, hash);
        return hash;
    }

    private static DeskException gone() {
        return new DeskException(Problem.invalid("creative", "An image of the ad is not kept on this computer any more",
                "Choose its file again in the ad."));
    }
}
