package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.draft.NameRule;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.store.DeskStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keeps profiles; a change and its audit entry are one.
final class LiveProfileService implements ProfileService {

    private static final int TEXT = 2000;
    private static final int NOTES = 20_000;
    private static final Pattern ACTION_TYPE = Pattern.compile("[a-z0-9_.]{1,200}");
    private static final Pattern TAGS = Pattern.compile("[^\\s?#&=]+=[^\\s?#&]*(&[^\\s?#&=]+=[^\\s?#&]*)*");

    private final DeskStore store;
    private final FirstWrites first;
    private final AuditTrail audit;
    private final DeskEvents events;

    LiveProfileService(DeskStore store, FirstWrites first, AuditTrail audit, DeskEvents events) {
        this.store = store;
        this.first = first;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public TenantProfile profile(TenantId tenant) {
        return Problems.explained(() -> store.profiles().find(tenant));
    }

    @Override
    public void save(TenantId tenant, TenantProfile changed) {
        Problems.explained(() -> {
            check(changed);
            String name = store.tenants().find(tenant).orElseThrow(() -> new DeskException(Problem.of(
                    Problem.Kind.REFUSED, "This client is not here any more", "It was deleted. Choose another one.")))
                    .name();
            return store.inTransaction(() -> {
                TenantProfile before = store.profiles().find(tenant);
                if (!before.equals(changed)) {
                    store.profiles().save(tenant, changed);
                    audit.record(difference(tenant, name, before, changed), Outcome.DONE, "", Source.APP);
                }
                return before;
            });
        });
        audit.tell();
        events.publish(new DeskEvent.TenantsChanged());
    }

    private static void check(TenantProfile profile) {
        length("owner", profile.owner(), TEXT);
        length("notes", profile.notes(), NOTES);
        length("urlTags", profile.urlTags(), TEXT);
        naming("campaignNames", profile.naming().campaign());
        naming("adSetNames", profile.naming().adSet());
        naming("adNames", profile.naming().ad());
        if (!profile.urlTags().isEmpty() && !TAGS.matcher(profile.urlTags()).matches()) {
            throw new DeskException(Problem.invalid("urlTags", "The link parameters cannot be read",
                    "Write them as name=value, joined with &, without ? and spaces."));
        }
        for (String type : profile.conversions()) {
            if (!ACTION_TYPE.matcher(type).matches()) {
                throw new DeskException(Problem.invalid("conversions", "“" + type + "” is no action type",
                        "Write them as Facebook does, such as purchase or offsite_conversion.fb_pixel_lead."));
            }
        }
    }

    private static void naming(String field, String rule) {
        length(field, rule, TEXT);
        try {
            NameRule.of(rule);
        } catch (IllegalArgumentException e) {
            throw new DeskException(Problem.invalid(field, "This naming cannot be read",
                    Objects.requireNonNullElse(e.getMessage(), "") + " Leave it empty to allow any name."), e);
        }
    }

    private static void length(String field, String text, int most) {
        if (text.length() > most) {
            throw new DeskException(Problem.invalid(field, "This text is too long", "Use at most " + most
                    + " characters."));
        }
    }

    private static Deed difference(TenantId tenant, String name, TenantProfile before, TenantProfile after) {
        Map<String, String> was = values(before);
        Map<String, String> is = values(after);
        was.keySet().removeIf(field -> Objects.equals(was.get(field), is.get(field)));
        is.keySet().retainAll(was.keySet());
        return new Deed(tenant, "tenant.profile", tenant.value(), name, Json.of(was), Json.of(is));
    }

    private static Map<String, String> values(TenantProfile profile) {
        Targets targets = profile.targets();
        Guardrails rails = profile.guardrails();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("owner", profile.owner());
        values.put("monthlyBudget", amounts(targets.monthlyBudget()));
        values.put("cpa", amounts(targets.cpa()));
        values.put("roas", targets.roas() == null ? "" : targets.roas().toPlainString());
        values.put("maxDailyBudget", amounts(rails.maxDailyBudget()));
        values.put("maxIncreasePercent",
                rails.maxIncreasePercent() == null ? "" : rails.maxIncreasePercent().toPlainString());
        values.put("accountTotal", amounts(rails.accountTotal()));
        values.put("blocked", String.join(", ", rails.blocked().stream().map(Operation::name).sorted().toList()));
        values.put("conversions", String.join(", ", profile.conversions()));
        values.put("campaignNames", profile.naming().campaign());
        values.put("adSetNames", profile.naming().adSet());
        values.put("adNames", profile.naming().ad());
        values.put("urlTags", profile.urlTags());
        values.put("enhancements", Enhancement.words(profile.enhancements()));
        values.put("notes", profile.notes());
        return values;
    }

    private static String amounts(List<Money> amounts) {
        return amounts.stream().map(MoneyWords::of).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public boolean isFirstWriteToday(TenantId tenant) {
        return Problems.explained(() -> first.isFirst(tenant));
    }

    @Override
    public void confirmFirstWrite(TenantId tenant) {
        Problems.explained(() -> {
            first.confirm(tenant);
            return tenant;
        });
    }
}
