package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A client's profile as it is typed, and what it says.
///
/// @param fields text by the field's name
/// @param amounts text of the amounts by currency and the field's name, without those that are empty
record ProfileTexts(Map<String, String> fields, Map<String, Map<String, String>> amounts, Set<Operation> blocked) {

    static final String OWNER = "owner";
    static final String MONTHLY = "monthlyBudget";
    static final String CPA = "cpa";
    static final String ROAS = "roas";
    static final String MAX_DAILY = "maxDailyBudget";
    static final String MAX_RAISE = "maxIncreasePercent";
    static final String TOTAL = "accountTotal";
    static final String CONVERSIONS = "conversions";
    static final String CAMPAIGNS = "campaignNames";
    static final String AD_SETS = "adSetNames";
    static final String ADS = "adNames";
    static final String TAGS = "urlTags";
    static final String ENHANCEMENTS = "enhancements";
    static final String NOTES = "notes";

    /// Those that are agreed once for each currency.
    static final List<String> AMOUNTS = List.of(MONTHLY, CPA, MAX_DAILY, TOTAL);

    ProfileTexts {
        fields = Map.copyOf(fields);
        Map<String, Map<String, String>> typed = new TreeMap<>();
        amounts.forEach((code, texts) -> {
            Map<String, String> some = new TreeMap<>(texts);
            some.values().removeIf(String::isBlank);
            if (!some.isEmpty()) {
                typed.put(code, some);
            }
        });
        amounts = Collections.unmodifiableMap(typed);
        blocked = Set.copyOf(blocked);
    }

    static ProfileTexts of(TenantProfile profile, Locale locale) {
        Targets targets = profile.targets();
        Guardrails rails = profile.guardrails();
        Map<String, Map<String, String>> amounts = new TreeMap<>();
        put(amounts, MONTHLY, targets.monthlyBudget(), locale);
        put(amounts, CPA, targets.cpa(), locale);
        put(amounts, MAX_DAILY, rails.maxDailyBudget(), locale);
        put(amounts, TOTAL, rails.accountTotal(), locale);
        return new ProfileTexts(Map.ofEntries(Map.entry(OWNER, profile.owner()),
                Map.entry(ROAS, number(targets.roas(), locale)),
                Map.entry(MAX_RAISE, number(rails.maxIncreasePercent(), locale)),
                Map.entry(CONVERSIONS, String.join(", ", profile.conversions())),
                Map.entry(CAMPAIGNS, profile.naming().campaign()), Map.entry(AD_SETS, profile.naming().adSet()),
                Map.entry(ADS, profile.naming().ad()), Map.entry(TAGS, profile.urlTags()),
                Map.entry(ENHANCEMENTS, names(profile.enhancements())),
                Map.entry(NOTES, profile.notes())), amounts, rails.blocked());
    }

    private static void put(Map<String, Map<String, String>> all, String field, List<Money> amounts, Locale locale) {
        amounts.forEach(money -> all.computeIfAbsent(money.currency().code(), _ -> new TreeMap<>()).put(field,
                local(money.rounded().amount().toPlainString(), locale)));
    }

    /// The currencies in which something was agreed, in their order.
    static Set<AdCurrency> currencies(TenantProfile profile) {
        return Stream.of(profile.guardrails().maxDailyBudget(), profile.guardrails().accountTotal(),
                profile.targets().monthlyBudget(), profile.targets().cpa()).flatMap(List::stream).map(Money::currency)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A field that cannot be read, and the currency it stands under.
    record Wrong(String currency, Problem problem) {
    }

    /// The first amount that is none.
    Optional<Wrong> wrong(Locale locale) {
        for (String code : amounts.keySet()) {
            try {
                AMOUNTS.forEach(field -> money(field, code, locale));
            } catch (DeskException e) {
                return Optional.of(new Wrong(code, e.problem()));
            }
        }
        return Optional.empty();
    }

    /// @throws DeskException naming the field that is wrong
    TenantProfile read(Locale locale) {
        return new TenantProfile(text(OWNER),
                new Targets(money(MONTHLY, locale), money(CPA, locale), number(ROAS, locale)),
                new Guardrails(money(MAX_DAILY, locale), number(MAX_RAISE, locale), money(TOTAL, locale), blocked),
                types(text(CONVERSIONS)), new Naming(text(CAMPAIGNS), text(AD_SETS), text(ADS)), text(TAGS),
                enhancements(), text(NOTES));
    }

    /// What is ticked of what Facebook may change by itself.
    static String names(Set<Enhancement> ticked) {
        return ticked.stream().sorted().map(Enhancement::feature).collect(Collectors.joining(" "));
    }

    Set<Enhancement> enhancements() {
        return types(text(ENHANCEMENTS)).stream().map(Enhancement::of).flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /// Action types as they are typed, separated by commas or spaces.
    static List<String> types(String typed) {
        return Arrays.stream(typed.split("[,\\s]+")).filter(type -> !type.isEmpty()).distinct().toList();
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    private List<Money> money(String field, Locale locale) {
        return amounts.keySet().stream().map(code -> money(field, code, locale)).flatMap(Optional::stream).toList();
    }

    private Optional<Money> money(String field, String code, Locale locale) {
        String typed = amounts.getOrDefault(code, Map.of()).getOrDefault(field, "").strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return switch (new MoneyEntry(AdCurrency.of(code), locale, null, null).read(typed)) {
            case MoneyEntry.Amount amount -> Optional.of(amount.money());
            case MoneyEntry.Refused _ -> throw new DeskException(Problem.invalid(field, "“" + typed
                    + "” is no amount in " + code, "Type a number above zero, or leave it empty."));
        };
    }

    private @Nullable BigDecimal number(String field, Locale locale) {
        String typed = text(field).replace("%", "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        String plain = typed.replace(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator(), '.');
        if (!plain.matches("[0-9]{1,6}(\\.[0-9]{1,4})?") || new BigDecimal(plain).signum() == 0) {
            throw new DeskException(Problem.invalid(field, "“" + typed + "” is no number above zero",
                    "Type one such as 20, or leave it empty."));
        }
        return new BigDecimal(plain);
    }

    private static String number(@Nullable BigDecimal value, Locale locale) {
        return value == null ? "" : local(value.toPlainString(), locale);
    }

    private static String local(String plain, Locale locale) {
        return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }
}
