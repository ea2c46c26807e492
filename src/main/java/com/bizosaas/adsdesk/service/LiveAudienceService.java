package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.draft.AudienceValues;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.store.AudienceStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes and deletes audiences.
final class LiveAudienceService implements AudienceService {

    private static final String EDGE = "customaudiences";

    private final AudienceStore store;
    private final Library library;
    private final OwnWrites writes;
    private final Applied applied;

    LiveAudienceService(AudienceStore store, Library library, OwnWrites writes, Applied applied) {
        this.store = store;
        this.library = library;
        this.writes = writes;
        this.applied = applied;
    }

    @Override
    public Stamped<List<CustomAudience>> audiences(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> library.audiences(tenant, account));
    }

    @Override
    public GraphId createLookalike(TenantId tenant, AdAccountId account, String name, GraphId originId,
            String country, double startingRatio, double ratio) {
        return Problems.explained(() -> {
            AudienceRules.checkName(name);
            writes.writable(tenant, account);
            List<CustomAudience> all = store.list(tenant, account).value();
            CustomAudience seed = all.stream().filter(audience -> audience.id().equals(originId)).findFirst()
                    .orElseThrow(() -> new DeskException(Problem.invalid("originId",
                            "The source audience is not in the list any more", "Refresh the list and choose again.")));
            AudienceRules.checkLookalike(seed, country, startingRatio, ratio);
            refuseTwin(tenant, account, AudienceRules.likeIt(all, originId, country, ratio), startingRatio);
            Map<String, String> parameters = AudienceValues.lookalike(name, originId, country, startingRatio, ratio);
            GraphId made = create(tenant, account, parameters, all);
            made(tenant, account, made, parameters);
            return made;
        });
    }

    /// Where a band starts is not part of the list, so the few candidates are asked.
    private void refuseTwin(TenantId tenant, AdAccountId account, List<CustomAudience> candidates,
            double startingRatio) {
        for (CustomAudience candidate : candidates) {
            String spec = writes.api(tenant).fields(account, candidate.id(), List.of("lookalike_spec"))
                    .getOrDefault("lookalike_spec", "");
            if (AudienceRules.startsAt(spec, startingRatio)) {
                throw new DeskException(Problem.invalid("ratio", "There is an equal lookalike already",
                        "Use “" + candidate.name() + "”, or choose another source, country or size."));
            }
        }
    }

    @Override
    public GraphId createWebsiteAudience(TenantId tenant, AdAccountId account, String name, GraphId pixel, String event,
            String urlContains, int retentionDays) {
        return Problems.explained(() -> {
            AudienceRules.checkName(name);
            AudienceRules.checkRetention(retentionDays);
            writes.writable(tenant, account);
            Map<String, String> parameters = AudienceValues.website(name, pixel, event, urlContains, retentionDays);
            GraphId made = create(tenant, account, parameters, store.list(tenant, account).value());
            made(tenant, account, made, parameters);
            return made;
        });
    }

    @Override
    public GraphId createCustomerList(TenantId tenant, AdAccountId account, String name, String description,
            String source) {
        return Problems.explained(() -> {
            AudienceRules.checkName(name);
            writes.writable(tenant, account);
            Map<String, String> parameters = AudienceValues.customerList(name, description, source);
            GraphId made = create(tenant, account, parameters, store.list(tenant, account).value());
            made(tenant, account, made, parameters);
            return made;
        });
    }

    private GraphId create(TenantId tenant, AdAccountId account, Map<String, String> parameters,
            List<CustomAudience> all) {
        String name = parameters.getOrDefault("name", "");
        Set<GraphId> namesakes = all.stream().filter(audience -> audience.name().equals(name)).map(CustomAudience::id)
                .collect(Collectors.toSet());
        return writes.perform(PlannedWrite.create(tenant, account, EDGE, name, "audience.create",
                new Before.Nothing(namesakes), parameters));
    }

    private void made(TenantId tenant, AdAccountId account, GraphId audience, Map<String, String> values) {
        applied.values(tenant, DraftKey.of(account, Level.AUDIENCE, audience), values);
        writes.changed(tenant, account, Topic.AUDIENCES);
    }

    @Override
    public void delete(TenantId tenant, AdAccountId account, GraphId audience) {
        Problems.explained(() -> {
            writes.writable(tenant, account);
            CustomAudience before = store.list(tenant, account).value().stream()
                    .filter(known -> known.id().equals(audience)).findFirst()
                    .orElseThrow(() -> new DeskException(Problem.of(Problem.Kind.REFUSED,
                            "This audience is not in the list any more", "Refresh the list.")));
            writes.perform(PlannedWrite.delete(tenant, account, EDGE, audience, before.name(), "audience.delete",
                    new Before.Values(Map.of("name", before.name(), "subtype", before.subtype()))));
            applied.removed(tenant, DraftKey.of(account, Level.AUDIENCE, audience));
            writes.changed(tenant, account, Topic.AUDIENCES);
            return audience;
        });
    }

    @Override
    public List<Pixel> pixels(TenantId tenant, AdAccountId account) {
        return Problems.explained(() -> writes.api(tenant).pixels(account).entrySet().stream()
                .map(pixel -> new Pixel(pixel.getKey(), pixel.getValue())).sorted(Comparator.comparing(Pixel::name))
                .toList());
    }
}
