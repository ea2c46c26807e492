package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.CampaignTemplate.Part;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.ForeignParts;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.store.TemplateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Saves trees of campaigns under a name and drafts new ones of them, in any ad account of the client. What belongs to one
/// account alone is left out in another, and said.
final class CampaignTemplates {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;

    private final TemplateStore store;
    private final DraftContext context;
    private final DraftService drafts;

    CampaignTemplates(TemplateStore store, DraftContext context, DraftService drafts) {
        this.store = store;
        this.context = context;
        this.drafts = drafts;
    }

    List<CampaignTemplate> list(TenantId tenant) {
        return store.list(tenant).stream()
                .sorted(Comparator.comparing(CampaignTemplate::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    void save(TenantId tenant, String asked, DraftKey campaign) {
        String name = asked.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new DeskException(Problem.invalid("name", "A template needs a name of 1 to " + LONGEST_NAME
                    + " characters", "Type one by which you find it again."));
        }
        if (campaign.level() != Level.CAMPAIGN) {
            throw new DeskException(Problem.invalid("campaign", "A template is made of a whole campaign",
                    "Choose the campaign."));
        }
        List<NewObject> copies = drafts.copies(tenant, List.of(campaign), Duplication.PLAIN);
        if (copies.isEmpty()) {
            throw new DeskException(Problem.invalid("campaign", "This campaign is not in the list any more",
                    "Refresh the list and choose again."));
        }
        CampaignTemplate before = same(tenant, name);
        List<CampaignTemplate> all = store.list(tenant);
        if (before == null && all.size() >= MOST) {
            throw new DeskException(Problem.invalid("name", "There are " + MOST + " templates already",
                    "Delete one that nobody uses."));
        }
        AdAccount account = context.account(tenant, campaign.account());
        List<Part> parts = new ArrayList<>();
        for (NewObject copy : copies) {
            Map<String, String> values = new LinkedHashMap<>(copy.values());
            values.put(Fields.NAME, plain(values.getOrDefault(Fields.NAME, "")));
            values.remove(Fields.STATUS);
            // A day of the past begins nothing.
            values.remove(Fields.START);
            values.remove(Fields.END);
            parts.add(new Part(copy.ref(), copy.level(), values));
        }
        store.save(tenant, new CampaignTemplate(before == null ? UUID.randomUUID().toString() : before.id(), name,
                campaign.account(), account.currency().code(), parts));
    }

    private static String plain(String name) {
        return name.endsWith(" – Copy") ? name.substring(0, name.length() - " – Copy".length()) : name;
    }

    private @Nullable CampaignTemplate same(TenantId tenant, String name) {
        return store.list(tenant).stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst().orElse(null);
    }

    LaunchService.Begun begin(TenantId tenant, AdAccountId id, String template) {
        CampaignTemplate from = store.list(tenant).stream().filter(one -> one.id().equals(template)).findFirst()
                .orElseThrow(() -> new DeskException(Problem.invalid("template", "This template is not there any more",
                        "Choose another one.")));
        AdAccount account = context.account(tenant, id);
        boolean elsewhere = !from.account().equals(id);
        boolean money = from.currency().equals(account.currency().code());
        Set<String> left = new TreeSet<>();
        List<NewObject> objects = new ArrayList<>();
        for (Part part : from.parts()) {
            Map<String, String> values = new LinkedHashMap<>();
            part.values().forEach((field, value) -> {
                boolean amount = Fields.of(part.level(), field).kind() == FieldSpec.Kind.MONEY;
                if (amount && !money) {
                    left.add(Fields.of(part.level(), field).label().toLowerCase(Locale.ROOT) + " (in "
                            + from.currency() + ")");
                } else {
                    values.put(field, elsewhere ? ForeignParts.without(field, value, left) : value);
                }
            });
            values.values().removeIf(String::isEmpty);
            objects.add(new NewObject(part.ref(), part.level(), values));
        }
        List<DraftKey> made = drafts.create(tenant, id, "New campaign from “" + from.name() + "”", objects);
        return new LaunchService.Begun(made.getFirst(), List.copyOf(left));
    }
}
