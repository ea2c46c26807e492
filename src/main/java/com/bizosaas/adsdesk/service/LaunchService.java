package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What ads are made with before anything is published: who speaks, pictures, previews, and templates to begin from.
/// Blocking; nothing in here writes to an ad account.
@Needs(Role.VIEWER)
public interface LaunchService {

    /// Who and what an ad account may advertise with, as it was last read; at once, offline too.
    Assets assets(TenantId tenant, AdAccountId account);

    /// The same, asking Facebook and keeping its answer.
    ///
    /// @throws DeskException where it cannot be asked; what was read before stays
    Assets readAssets(TenantId tenant, AdAccountId account);

    /// The images of the account's library, the newest first; asks Facebook.
    List<AccountImage> library(TenantId tenant, AdAccountId account);

    /// Looks whether a file can be an ad's image and keeps it, encrypted, until it is published: the file itself is not
    /// needed any more. The same one again is kept once.
    ///
    /// @throws DeskException that says why it cannot be used, and what can
    @Needs(Role.EDITOR)
    KeptImage keep(TenantId tenant, String fileName, byte[] bytes);

    /// The bytes behind an image of a new creative; empty where it is gone.
    ///
    /// @param image as [com.bizosaas.adsdesk.draft.NewCreative] names it: kept here, or a hash of the account's library
    Optional<byte[]> picture(TenantId tenant, AdAccountId account, String image);

    /// The address of Facebook's preview of a creative that does not exist, good for 24 hours. It can show images of the
    /// account's library only: kept ones go up after *Publish*.
    ///
    /// @param creative as it is drafted
    CreativeService.Preview preview(TenantId tenant, AdAccountId account, String creative, String format);

    List<CampaignTemplate> templates(TenantId tenant);

    /// Gives a drafted campaign with all below it a name to begin others from, in any ad account of the client. One of the
    /// same name goes.
    @Needs(Role.EDITOR)
    void saveTemplate(TenantId tenant, String name, DraftKey campaign);

    @Needs(Role.EDITOR)
    void deleteTemplate(TenantId tenant, String id);

    /// Drafts the tree of a template in an account.
    @Needs(Role.EDITOR)
    Begun begin(TenantId tenant, AdAccountId account, String id);

    /// @param campaign the drafted campaign
    /// @param left what belongs to the template's own account and was left out, for people; empty for nothing
    record Begun(DraftKey campaign, List<String> left) {

        public Begun {
            left = List.copyOf(left);
        }
    }

    /// Names by id, by name in the order of the alphabet.
    record Assets(Map<String, String> pages, Map<String, String> instagram, Map<String, String> pixels) {

        public boolean isEmpty() {
            return pages.isEmpty() && instagram.isEmpty() && pixels.isEmpty();
        }
    }
}
