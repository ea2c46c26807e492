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
import com.bizosaas.adsdesk.draft.NameWords;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.TargetingChange;
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

    static final String UNREAD = "Not read yet: read the account for work offline first";

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
        for (DraftKey key : keys.stream().flatMap(key -> holders(key).stream()).distinct().toList()) {
            Map<String, String> values = values(key);
            String field = FieldValues.isAbsent(values.get(Fields.DAILY)) && !FieldValues.isAbsent(values.get(
                    Fields.LIFETIME)) ? Fields.LIFETIME : Fields.DAILY;
            String refusal = limits(key).budget(key, values, field);
            previews.add(refusal.isEmpty()
                    ? budget(key, field, values, change)
                    : refused(key, field, values.getOrDefault(field, ""), refusal));
        }
        return previews;
    }

    /// Where the budget of a row sits: of a campaign without one, in its ad sets that are not archived.
    private List<DraftKey> holders(DraftKey key) {
        if (key.level() != Level.CAMPAIGN || DraftLimits.hasBudget(values(key))) {
            return List.of(key);
        }
        Projection at = of(key);
        List<DraftKey> holders = at.adSets(key.object()).stream()
                .map(set -> new DraftKey(key.account(), Level.AD_SET, set))
                .filter(set -> DraftLimits.hasBudget(values(set)) && !DraftLimits.isOver(values(set))).toList();
        return holders.isEmpty() ? List.of(key) : holders;
    }

    private Preview budget(DraftKey key, String field, Map<String, String> values, BudgetChange change) {
        AdAccount account = of(key).account();
        String before = values.getOrDefault(field, "");
        BudgetChange.Row row = change.of(Money.ofMinor(before, account.currency()), account.minDailyBudget());
        if (row.after().amount().signum() <= 0) {
            return refused(key, field, before, "It would be nothing: pause it instead");
        }
        Money bound = row.bound();
        String note = bound != null ? "Stopped at " + words(bound) : row.rounded() ? "Rounded" : "";
        return new Preview(key, name(key), field, before, Long.toString(row.after().minorUnits()), note);
    }

    private Preview refused(DraftKey key, String field, String value, String reason) {
        return new Preview(key, name(key), field, value, value, reason);
    }

    private DraftLimits limits(DraftKey key) {
        return new DraftLimits(of(key));
    }

    /// What setting fields would make of the objects, a row for each field.
    List<Preview> set(Map<DraftKey, Map<String, String>> wanted) {
        List<Preview> previews = new ArrayList<>();
        wanted.forEach((key, fields) -> {
            Map<String, String> values = values(key);
            fields.forEach((field, value) -> {
                String before = values.getOrDefault(field, "");
                String refusal = limits(key).of(key, values, field, value);
                previews.add(refusal.isEmpty()
                        ? new Preview(key, name(key), field, before, value, "")
                        : refused(key, field, before, refusal));
            });
        });
        return previews;
    }

    private static @Nullable String words(@Nullable Money money) {
        return money == null
                ? null
                : money.rounded().amount().setScale(money.currency().decimals()).toPlainString()
                        + " " + money.currency().code();
    }

    List<Preview> texts(Collection<DraftKey> keys, String field, UnaryOperator<String> change) {
        if (!keys.isEmpty() && keys.stream().noneMatch(key -> isText(key, field))) {
            throw new DeskException(Problem.invalid("field", "This field is no text on this level: " + field,
                    "Choose the name, or the URL parameters of ads."));
        }
        List<Preview> previews = new ArrayList<>();
        for (DraftKey key : keys) {
            String before = values(key).get(field);
            if (!isText(key, field)) {
                previews.add(refused(key, field, "", "It has no such text on its level"));
            } else if (before == null) {
                previews.add(refused(key, field, "", UNREAD));
            } else {
                Preview preview = text(key, field, before, change.apply(before));
                if (preview.changes() || preview.refused()) {
                    previews.add(preview);
                }
            }
        }
        return previews;
    }

    List<Preview> targetings(Collection<DraftKey> keys, TargetingChange change) {
        Map<DraftKey, String> before = new LinkedHashMap<>();
        keys.forEach(key -> before.put(key, values(key).getOrDefault(Fields.TARGETING, "")));
        List<String> read = before.values().stream().filter(targeting -> !targeting.isEmpty()).distinct().toList();
        Map<AdAccountId, TargetingChange.Known> known = new HashMap<>();
        List<Preview> previews = new ArrayList<>();
        before.forEach((key, targeting) -> {
            if (key.level() != Level.AD_SET) {
                previews.add(refused(key, Fields.TARGETING, "", "Targetings belong to ad sets"));
            } else if (targeting.isEmpty()) {
                previews.add(refused(key, Fields.TARGETING, "", UNREAD));
            } else {
                previews.add(targeting(key, targeting, change, known.computeIfAbsent(key.account(),
                        _ -> TargetingChange.Known.of(read, of(key).audiences()))));
            }
        });
        return previews;
    }

    private Preview targeting(DraftKey key, String before, TargetingChange change, TargetingChange.Known known) {
        try {
            String after = change.apply(before, known);
            String refusal = after.equals(before) ? "" : limits(key).of(key, values(key), Fields.TARGETING, after);
            return refusal.isEmpty()
                    ? new Preview(key, name(key), Fields.TARGETING, before, after, "")
                    : refused(key, Fields.TARGETING, before, refusal);
        } catch (IllegalArgumentException e) {
            return refused(key, Fields.TARGETING, before, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isText(DraftKey key, String field) {
        return Fields.find(key.level(), field).filter(spec -> spec.kind() == FieldSpec.Kind.TEXT).isPresent();
    }

    private Preview text(DraftKey key, String field, String before, String after) {
        String refusal = before.equals(after) ? "" : limits(key).of(key, values(key), field, after);
        return refusal.isEmpty()
                ? new Preview(key, name(key), field, before, after, "")
                : refused(key, field, before, refusal);
    }

    List<Preview> names(Collection<DraftKey> keys, NamePattern pattern) {
        List<Preview> previews = new ArrayList<>();
        for (DraftKey key : keys) {
            ZonedDateTime now = context.now().atZone(of(key).account().zone());
            String before = values(key).getOrDefault(Fields.NAME, "");
            previews.add(text(key, Fields.NAME, before, pattern.apply(words(key), previews.size() + 1, now)));
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
        Map<String, String> words = NameWords.of(tenantName, projection.account(),
                projection.after(Level.CAMPAIGN, campaign),
                adSet.isEmpty() ? Map.of() : projection.after(Level.AD_SET, adSet), values);
        words.put("campaign", projection.name(Level.CAMPAIGN, campaign));
        words.put("adset", adSet.isEmpty() ? "" : projection.name(Level.AD_SET, adSet));
        words.put("id", key.object());
        return words;
    }

    private String name(DraftKey key) {
        return of(key).name(key.level(), key.object());
    }
}
