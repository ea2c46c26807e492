package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What edits of many objects would make of each.
final class DraftPreviews {

    private final DraftContext context;
    private final TenantId tenant;
    private final String tenantName;
    private final Map<AdAccountId, Projection> projections = new HashMap<>();

    DraftPreviews(DraftContext context, TenantId tenant, String tenantName) {
        this.context = context;
        this.tenant = tenant;
        this.tenantName = tenantName;
    }

    private Projection of(DraftKey key) {
        return projections.computeIfAbsent(key.account(), account -> context.projection(tenant, account));
    }

    private Map<String, String> values(DraftKey key) {
        return of(key).after(key.level(), key.object());
    }

    List<Preview> budgets(Collection<DraftKey> keys, BudgetChange change) {
        List<Preview> previews = new ArrayList<>();
        for (DraftKey key : keys) {
            Map<String, String> values = values(key);
            String field = FieldValues.isAbsent(values.get(Fields.DAILY)) ? Fields.LIFETIME : Fields.DAILY;
            if (key.level() != Level.AD && !FieldValues.isAbsent(values.get(field))) {
                previews.add(budget(key, field, values, change));
            }
        }
        return previews;
    }

    private Preview budget(DraftKey key, String field, Map<String, String> values, BudgetChange change) {
        AdAccount account = of(key).account();
        String before = values.getOrDefault(field, "");
        BudgetChange.Row row = change.of(Money.ofMinor(before, account.currency()), account.minDailyBudget());
        Money bound = row.bound();
        String note = bound != null ? "Stopped at " + words(bound) : row.rounded() ? "Rounded" : "";
        return new Preview(key, name(key), field, before, Long.toString(row.after().minorUnits()), note);
    }

    private static @Nullable String words(@Nullable Money money) {
        return money == null
                ? null
                : money.rounded().amount().setScale(money.currency().decimals()).toPlainString()
                        + " " + money.currency().code();
    }

    List<Preview> texts(Collection<DraftKey> keys, String field, UnaryOperator<String> change) {
        List<Preview> previews = new ArrayList<>();
        for (DraftKey key : keys) {
            if (Fields.find(key.level(), field).filter(spec -> spec.kind() == FieldSpec.Kind.TEXT).isEmpty()) {
                throw new DeskException(Problem.invalid("field", "This field is no text on this level: " + field,
                        "Choose the name, or the URL parameters of ads."));
            }
            String before = values(key).get(field);
            if (before != null) {
                Preview preview = new Preview(key, name(key), field, before, change.apply(before), "");
                if (preview.changes()) {
                    previews.add(preview);
                }
            }
        }
        return previews;
    }

    List<Preview> names(Collection<DraftKey> keys, NamePattern pattern) {
        List<Preview> previews = new ArrayList<>();
        for (DraftKey key : keys) {
            ZonedDateTime now = context.now().atZone(of(key).account().zone());
            String before = values(key).getOrDefault(Fields.NAME, "");
            previews.add(new Preview(key, name(key), Fields.NAME, before,
                    pattern.apply(words(key), previews.size() + 1, now), ""));
        }
        return previews;
    }

    /// What the words of a naming template stand for.
    Map<String, String> words(DraftKey key) {
        Projection projection = of(key);
        Map<String, String> values = values(key);
        String campaign = projection.campaignOf(key);
        String adSet = key.level() == Level.AD
                ? projection.parent(Level.AD, key.object())
                : key.level() == Level.AD_SET ? key.object() : "";
        Targeting targeting = Targeting.of(projection.after(Level.AD_SET, adSet).getOrDefault(Fields.TARGETING, ""));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", values.getOrDefault(Fields.NAME, ""));
        words.put("account", projection.account().name());
        words.put("tenant", tenantName);
        words.put("campaign", projection.name(Level.CAMPAIGN, campaign));
        words.put("adset", adSet.isEmpty() ? "" : projection.name(Level.AD_SET, adSet));
        words.put("objective", projection.after(Level.CAMPAIGN, campaign).getOrDefault("objective", "")
                .replace("OUTCOME_", ""));
        words.put("goal", projection.after(Level.AD_SET, adSet).getOrDefault("optimization_goal", ""));
        words.put("country", String.join("-", targeting.countries()));
        words.put("age", adSet.isEmpty() ? "" : targeting.ages());
        words.put("budget", budget(projection.account(), values));
        words.put("creative", FieldValues.creativeId(values.getOrDefault(Fields.CREATIVE, "")));
        words.put("status", values.getOrDefault(Fields.STATUS, ""));
        words.put("id", key.object());
        return words;
    }

    private static String budget(AdAccount account, Map<String, String> values) {
        for (String field : List.of(Fields.DAILY, Fields.LIFETIME)) {
            String minor = values.get(field);
            if (minor != null && !FieldValues.isAbsent(minor)) {
                return Money.ofMinor(minor, account.currency()).amount().stripTrailingZeros().toPlainString();
            }
        }
        return "";
    }

    private String name(DraftKey key) {
        return of(key).name(key.level(), key.object());
    }
}
