package com.bizosaas.adsdesk.ui.palette;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.palette.Hit.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tenants, accounts, the campaigns of all of them, and the ad sets and ads of the tenant in view, as hits. Reads the store;
/// not for the FX thread.
final class Catalogue {

    private final DeskServices services;
    private final Formats formats;
    private final CommandPalette.Opener opener;

    Catalogue(DeskServices services, Formats formats, CommandPalette.Opener opener) {
        this.services = services;
        this.formats = formats;
        this.opener = opener;
    }

    /// What can be listed at once: tenants and their accounts.
    List<Hit> tenants() {
        List<Hit> hits = new ArrayList<>();
        for (Tenant tenant : services.tenants().tenants()) {
            hits.add(new Hit(Group.TENANTS, "tenant:" + tenant.id(), tenant.name(), Fuzzy.folded(tenant.name()), "",
                    Icons.TENANT, tenant, "", "", () -> opener.tenant(tenant)));
            for (AdAccount account : services.connections().accounts(tenant.id())) {
                hits.add(new Hit(Group.ACCOUNTS, "account:" + tenant.id() + "/" + account.id(), account.name(),
                        Fuzzy.folded(account.name() + " " + account.id()), tenant.name() + " · "
                                + account.currency().code() + " · " + account.id().value(),
                        Icons.WALLET, tenant, "", "", () -> opener.account(tenant, account.id(), "")));
            }
        }
        return hits;
    }

    /// Campaigns of every chosen account of every tenant, those of the tenant in view first, with all that is below them.
    ///
    /// @param scope what is in view, null for all tenants
    List<Hit> objects(@Nullable Scope scope) {
        List<Hit> hits = new ArrayList<>();
        List<Tenant> tenants = new ArrayList<>(services.tenants().tenants());
        if (scope != null) {
            TenantId first = scope.tenant().id();
            tenants.sort(Comparator.comparing(each -> !each.id().equals(first)));
        }
        for (Tenant tenant : tenants) {
            boolean own = scope != null && scope.tenant().id().equals(tenant.id());
            for (AdAccount account : services.connections().accounts(tenant.id())) {
                add(hits, tenant, account, own);
            }
        }
        return hits;
    }

    private void add(List<Hit> hits, Tenant tenant, AdAccount account, boolean own) {
        AdStructure structure = own
                ? services.campaigns().structure(tenant.id(), account.id()).value()
                : services.campaigns().structure(tenant.id(), account.id(), Level.CAMPAIGN).value();
        String where = own ? "" : " · " + tenant.name();
        structure.campaigns().forEach(campaign -> hits.add(object(Icons.FOLDER, tenant, account.id(),
                campaign.id().value(), campaign.name(), words(campaign.status()) + budget(campaign) + where)));
        structure.adSets().forEach(adSet -> hits.add(object(Icons.GRID, tenant, account.id(), adSet.id().value(),
                adSet.name(), words(adSet.status()) + " · ad set")));
        structure.ads().forEach(ad -> hits.add(object(Icons.IMAGE, tenant, account.id(), ad.id().value(), ad.name(),
                words(ad.status()) + " · ad")));
    }

    private Hit object(Icons icon, Tenant tenant, AdAccountId account, String id, String name, String detail) {
        return new Hit(Group.OBJECTS, "object:" + tenant.id() + "/" + account + "/" + id, name,
                Fuzzy.folded(name + " " + id), detail, icon, tenant, "", "", () -> opener.account(tenant, account, id));
    }

    private String budget(Campaign campaign) {
        Budget budget = campaign.budget();
        return budget == null
                ? ""
                : " · " + formats.money(budget.amount())
                        + (budget.kind() == Budget.Kind.DAILY ? " a day" : " in total");
    }

    private static String words(Status status) {
        String word = status.value().replace('_', ' ').toLowerCase(Locale.ROOT);
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
