package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.NameWords;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Names campaign and ad sets by the client's naming, where it is a template. Ads of a mix follow by themselves.
final class NameTemplates {

    private final Plan plan;
    private final InstantSource clock;
    private Naming naming = Naming.NONE;

    NameTemplates(Plan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
    }

    void use(Naming agreed) {
        naming = agreed;
    }

    /// Whether the client has a template for what is made here.
    boolean isThere() {
        return naming.template(Level.CAMPAIGN).isPresent() && plan.campaign().fresh()
                || naming.template(Level.AD_SET).isPresent() && plan.adSets().stream().anyMatch(Part::fresh);
    }

    /// The campaign's name as it would be now; empty where there is no template.
    String preview() {
        return name(Level.CAMPAIGN, plan.campaign(), plan.campaign().values(), 1).orElse("");
    }

    /// Names what is made here.
    void apply() {
        Map<Part, Map<String, String>> names = new LinkedHashMap<>();
        Map<String, String> campaign = new LinkedHashMap<>(plan.campaign().values());
        if (plan.campaign().fresh()) {
            name(Level.CAMPAIGN, plan.campaign(), campaign, 1).ifPresent(name -> {
                campaign.put(Fields.NAME, name);
                names.put(plan.campaign(), Map.of(Fields.NAME, name));
            });
        }
        int number = 0;
        for (Part set : plan.adSets()) {
            number++;
            if (set.fresh()) {
                name(Level.AD_SET, set, campaign, number)
                        .ifPresent(name -> names.put(set, Map.of(Fields.NAME, name)));
            }
        }
        plan.setAll(names);
    }

    private Optional<String> name(Level level, Part part, Map<String, String> campaign, int number) {
        ZonedDateTime now = clock.instant().atZone(plan.account().zone());
        return naming.template(level).map(rule -> NamePattern.of(rule).apply(NameWords.of(plan.tenant().name(),
                plan.account(), campaign, level == Level.CAMPAIGN ? first() : part.values(), part.values()), number,
                now)).filter(name -> !name.isBlank());
    }

    /// A campaign's countries are those of its first ad set.
    private Map<String, String> first() {
        return plan.adSets().isEmpty() ? Map.of() : plan.adSets().getFirst().values();
    }
}
