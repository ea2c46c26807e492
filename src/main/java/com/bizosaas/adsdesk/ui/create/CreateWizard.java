package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.service.LaunchService.Begun;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Opens the wizard in which campaigns, ad sets and ads are made. What is made is a tree of drafts from the first moment:
/// closing the wizard keeps it, and [#open] takes it up again from any of its objects. FX thread only.
public final class CreateWizard {

    private final DeskContext desk;
    private final DraftService drafts;
    private final Launching.Files files;

    public CreateWizard(DeskContext desk) {
        this(desk, Launching.FROM_DISK);
    }

    /// @param files asks for the images of new ads
    CreateWizard(DeskContext desk, Launching.Files files) {
        this.desk = desk;
        this.files = files;
        this.drafts = desk.services().workbench().drafts();
    }

    /// Drafts a campaign with an ad set and an ad, and opens it. One that is closed untouched leaves nothing behind.
    public void campaign(Tenant tenant, AdAccount account) {
        make(tenant, account, "New campaign", Trees::campaign);
    }

    /// Drafts an ad set with an ad in a campaign, which may be drafted itself.
    public void adSet(Tenant tenant, AdAccount account, DraftKey campaign) {
        make(tenant, account, "New ad set", () -> {
            Map<String, String> above = known(tenant, campaign);
            Part none = new Part(campaign, false, Map.of());
            Map<String, String> values = new LinkedHashMap<>(
                    Trees.fitting(above.getOrDefault(Fields.OBJECTIVE, ""), "", "", none));
            values.put(Fields.NAME, "New ad set");
            return Trees.adSet(campaign.object(), values);
        });
    }

    /// Drafts an ad in an ad set, which may be drafted itself.
    public void ad(Tenant tenant, AdAccount account, DraftKey adSet) {
        make(tenant, account, "New ad", () -> {
            known(tenant, adSet);
            return List.of(Trees.ad(adSet.object(), Map.of(Fields.NAME, "New ad")));
        });
    }

    /// What an object has; of one that exists at Facebook all of it, for its children depend on it. Without a connection,
    /// what was read before.
    private Map<String, String> known(Tenant tenant, DraftKey key) {
        if (!key.isNew()) {
            try {
                return drafts.read(tenant.id(), key);
            } catch (DeskException offline) {
                return drafts.values(tenant.id(), key);
            }
        }
        return drafts.values(tenant.id(), key);
    }

    private void make(Tenant tenant, AdAccount account, String label, Callable<List<NewObject>> objects) {
        desk.tasks().call(() -> {
            List<DraftKey> keys = drafts.create(tenant.id(), account.id(), label, objects.call());
            return Opening.read(drafts, desk.services().profiles(), tenant.id(), keys.getFirst());
        }).onSuccess(tree -> show(tenant, account, tree, true))
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// Takes up a tree of drafts again.
    ///
    /// @param key any new campaign, ad set or ad of it
    public void open(Tenant tenant, AdAccount account, DraftKey key) {
        begun(tenant, account, new Begun(key, List.of()), false);
    }

    /// @param named whether the client's naming is used at once, as for what comes from a template
    void begun(Tenant tenant, AdAccount account, Begun from, boolean named) {
        desk.tasks().call(() -> Opening.read(drafts, desk.services().profiles(), tenant.id(), from.campaign()))
                .onSuccess(tree -> show(tenant, account, tree, false).begun(from, named))
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// @param fresh whether it was made just now, and goes again if nothing is done to it
    private WizardPane show(Tenant tenant, AdAccount account, Opening.Tree tree, boolean fresh) {
        WizardPane wizard = new WizardPane(desk, tenant, account, tree, fresh, files);
        desk.dialogs().open(wizard);
        return wizard;
    }
}
