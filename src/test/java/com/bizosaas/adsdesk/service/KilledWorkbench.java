package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.contract.WireJournal;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.graph.HttpTransport;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A desk of its own process that drafts or publishes against a running sandbox, until somebody kills it. What was
/// acknowledged stands on its standard output.
final class KilledWorkbench {

    static final int TREES = 2;
    static final int CHANGED = 6;

    private KilledWorkbench() {
    }

    /// Opens the desk that lies in a folder.
    static LiveDeskGate gate(Path folder, String graph, String dialog, String appId, SandboxDesk.Clock clock) {
        return new LiveDeskGate(new DeskSetup(folder, URI.create(graph), URI.create(dialog),
                Map.of("appId", appId, "redirectUri", "http://localhost:3002/cb"), clock, () -> KdfCosts.FLOOR,
                settings -> new LiveGraphAccess(settings, clock, WireJournal::watch),
                () -> (settings, secret, shared) -> new LoginFlow(settings, secret,
                        WireJournal.watch(new HttpTransport()),
                        clock, shared)));
    }

    /// @param arguments folder, graph address, dialog address, app id, tenant, account, what to do (`draft`, `type`,
    ///        `publish`, `publish-tree`, `pause` or `launch`), a number
    static void main(String[] arguments) throws Exception {
        SandboxDesk.Clock clock = new SandboxDesk.Clock();
        LiveDeskGate gate = gate(Path.of(arguments[0]), arguments[1], arguments[2], arguments[3], clock);
        DeskServices desk = gate.unlock(SandboxDesk.PASSPHRASE.toCharArray());
        Workbench bench = desk.workbench();
        TenantId tenant = new TenantId(arguments[4]);
        AdAccountId account = new AdAccountId(arguments[5]);
        int number = Integer.parseInt(arguments[7]);
        if (arguments[6].equals("draft")) {
            for (int i = 0;; i++) {
                DraftKey key = bench.drafts().create(tenant, account, Level.CAMPAIGN, campaign("Typed " + i));
                bench.drafts().edit(tenant, key, Map.of(Fields.NAME, "Typed over " + i));
                System.out.println(i);
            }
        }
        if (arguments[6].equals("type")) {
            type(bench, tenant, account);
        }
        if (arguments[6].equals("launch")) {
            AdMix mix = Launches.mix(bench.launch(), tenant, account, 3, 4, 2);
            bench.drafts().create(tenant, account, "Launch", Launches.tree("Launch " + number, 2, mix));
            System.out.println(bench.publishing().publish(tenant, null, Policy.ASK, "").id());
            Thread.sleep(Long.MAX_VALUE);
        }
        if (arguments[6].equals("publish-tree")) {
            tree(desk, tenant, account, number);
        } else {
            List<DraftService.NewObject> objects = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                objects.add(new DraftService.NewObject("", Level.CAMPAIGN, campaign("Batch " + number + " row " + i)));
            }
            bench.drafts().create(tenant, account, "Sixty", objects);
        }
        PublishBatch batch = bench.publishing().publish(tenant, null, Policy.ASK, "");
        if (arguments[6].equals("pause")) {
            bench.publishing().pause(tenant, batch.id());
        }
        System.out.println(batch.id());
        Thread.sleep(Long.MAX_VALUE);
    }

    /// Types a headline of a mix, key by key, as the wizard stores it: all ads that show it at once.
    private static void type(Workbench bench, TenantId tenant, AdAccountId account) {
        AdMix mix = Launches.mix(bench.launch(), tenant, account, 3, 4, 2);
        List<DraftKey> ads = bench.drafts().create(tenant, account, "Launch", Launches.tree("Typed", 1, mix)).stream()
                .filter(key -> key.level() == Level.AD).toList();
        for (int i = 0;; i++) {
            AdMix typed = mix.withHeadline(1, "Typed " + i);
            Map<DraftKey, Map<String, String>> values = new LinkedHashMap<>();
            for (int ad = 0; ad < ads.size(); ad++) {
                values.put(ads.get(ad), Map.of(Fields.CREATIVE, typed.creative(typed.crosses().get(ad)).json()));
            }
            bench.drafts().edit(tenant, "Headline", values, "visit");
            System.out.println(i);
        }
    }

    /// Two campaigns with two ad sets and two ads in each, and new names for six ad sets that are there.
    private static void tree(DeskServices desk, TenantId tenant, AdAccountId account, int number) {
        AdStructure there = desk.campaigns().structure(tenant, account).value();
        String creative = there.ads().stream().map(ad -> ad.creativeId()).filter(Objects::nonNull).findFirst()
                .orElseThrow().value();
        String name = "Tree " + number + " ";
        List<DraftService.NewObject> tree = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            tree.add(new DraftService.NewObject("#c" + i, Level.CAMPAIGN, Map.of("name", name + i, "objective",
                    "OUTCOME_TRAFFIC", "special_ad_categories", "[]", "is_adset_budget_sharing_enabled", "false")));
            for (int j = 0; j < TREES; j++) {
                String set = i + "-" + j;
                tree.add(new DraftService.NewObject("#s" + set, Level.AD_SET, Map.of("name", name + set,
                        Fields.CAMPAIGN, "#c" + i, Fields.DAILY, "2500", "optimization_goal", "LINK_CLICKS",
                        "billing_event", "IMPRESSIONS", Fields.TARGETING, "{\"geo_locations\":{\"countries\":[\"DE\"]},"
                                + "\"targeting_automation\":{\"advantage_audience\":0}}",
                        "dsa_beneficiary", "Nord", "dsa_payor", "Nord")));
                for (int k = 0; k < TREES; k++) {
                    tree.add(new DraftService.NewObject("", Level.AD, Map.of("name", name + set + "-" + k,
                            Fields.AD_SET, "#s" + set, Fields.CREATIVE, FieldValues.creative(creative))));
                }
            }
        }
        DraftService drafts = desk.workbench().drafts();
        drafts.create(tenant, account, "Trees", tree);
        there.adSets().stream().filter(set -> set.status().canSwitch()).limit(CHANGED)
                .forEach(set -> drafts.edit(tenant, DraftKey.of(account, Level.AD_SET, set.id()),
                        Map.of(Fields.NAME, name + "changed " + set.id())));
    }

    private static Map<String, String> campaign(String name) {
        return Map.of("name", name, "objective", "OUTCOME_SALES", "special_ad_categories", "[]", Fields.DAILY, "5000");
    }
}
