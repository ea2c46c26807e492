package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AdCurrency;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A client's profile as it is typed, and what it says.
///
/// @param fields text by the field's name
record ProfileTexts(Map<String, String> fields, Set<Operation> blocked) {

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
    static final String NOTES = "notes";

    ProfileTexts {
        fields = Map.copyOf(fields);
        blocked = Set.copyOf(blocked);
    }

    static ProfileTexts of(TenantProfile profile, Locale locale) {
        Targets targets = profile.targets();
        Guardrails rails = profile.guardrails();
        return new ProfileTexts(Map.ofEntries(Map.entry(OWNER, profile.owner()),
                Map.entry(MONTHLY, amount(targets.monthlyBudget(), locale)),
                Map.entry(CPA, amount(targets.cpa(), locale)), Map.entry(ROAS, number(targets.roas(), locale)),
                Map.entry(MAX_DAILY, amount(rails.maxDailyBudget(), locale)),
                Map.entry(MAX_RAISE, number(rails.maxIncreasePercent(), locale)),
                Map.entry(TOTAL, amount(rails.accountTotal(), locale)),
                Map.entry(CONVERSIONS, String.join(", ", profile.conversions())),
                Map.entry(CAMPAIGNS, profile.naming().campaign()), Map.entry(AD_SETS, profile.naming().adSet()),
                Map.entry(ADS, profile.naming().ad()), Map.entry(TAGS, profile.urlTags()),
                Map.entry(NOTES, profile.notes())), rails.blocked());
    }

    /// The currency in which amounts were agreed, null where none was.
    static @Nullable AdCurrency currency(TenantProfile profile) {
        return Stream.of(Optional.ofNullable(profile.guardrails().maxDailyBudget()),
                Optional.ofNullable(profile.guardrails().accountTotal()),
                Optional.ofNullable(profile.targets().monthlyBudget()), Optional.ofNullable(profile.targets().cpa()))
                .flatMap(Optional::stream).map(Money::currency).findFirst().orElse(null);
    }

    /// @throws DeskException naming the field that is wrong
    TenantProfile read(AdCurrency currency, Locale locale) {
        List<String> conversions = Arrays.stream(text(CONVERSIONS).split("[,\\s]+")).filter(type -> !type.isEmpty())
                .toList();
        return new TenantProfile(text(OWNER),
                new Targets(money(MONTHLY, currency, locale), money(CPA, currency, locale), number(ROAS, locale)),
                new Guardrails(money(MAX_DAILY, currency, locale), number(MAX_RAISE, locale),
                        money(TOTAL, currency, locale), blocked),
                conversions, new Naming(text(CAMPAIGNS), text(AD_SETS), text(ADS)), text(TAGS), text(NOTES));
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    private @Nullable Money money(String field, AdCurrency currency, Locale locale) {
        String typed = text(field);
        if (typed.isEmpty()) {
            return null;
        }
        return switch (new MoneyEntry(currency, locale, null, null).read(typed)) {
            case MoneyEntry.Amount amount -> amount.money();
            case MoneyEntry.Refused _ -> throw new DeskException(Problem.invalid(field, "“" + typed
                    + "” is no amount in " + currency.code(), "Type a number above zero, or leave it empty."));
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

    private static String amount(@Nullable Money money, Locale locale) {
        return money == null ? "" : local(money.rounded().amount().toPlainString(), locale);
    }

    private static String number(@Nullable BigDecimal value, Locale locale) {
        return value == null ? "" : local(value.toPlainString(), locale);
    }

    private static String local(String plain, Locale locale) {
        return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }
}
