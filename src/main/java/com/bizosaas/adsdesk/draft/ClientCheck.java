package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A client's own limits. They bind every draft, also those that an undo, a rule or an import made.
final class ClientCheck {

    private final Projection projection;
    private final Rules rules;
    private final Instant now;

    ClientCheck(Projection projection, Rules rules, Instant now) {
        this.projection = projection;
        this.rules = rules;
        this.now = now;
    }

    List<Finding> of(Draft draft) {
        List<Finding> findings = new ArrayList<>();
        blocked(draft, findings);
        if (draft.action() == Action.REMOVE) {
            return findings;
        }
        for (String field : List.of(Fields.DAILY, Fields.LIFETIME)) {
            Cell cell = draft.cells().get(field);
            if (cell != null) {
                raise(draft.key(), field, cell, findings);
            }
        }
        if (budgets(draft)) {
            daily(draft, findings);
        }
        return findings;
    }

    private void daily(Draft draft, List<Finding> findings) {
        List<Money> agreed = rules.guardrails().maxDailyBudget();
        if (agreed.isEmpty()) {
            return;
        }
        String campaign = projection.campaignOf(draft.key());
        Money before = new DailySpend(projection, false, now).perDay(campaign);
        Money perDay = new DailySpend(projection, true, now).perDay(campaign);
        long own = FieldValues.amount(Objects.requireNonNullElse(draft.mine(Fields.DAILY), "")).orElse(0L);
        Money single = Money.ofMinor(own, account().currency());
        Money most = rules.guardrails().maxDailyBudget(account().currency());
        if (most == null) {
            if (perDay.compareTo(before) > 0 || own > 0 && raised(draft, Fields.DAILY)) {
                findings.add(incomparable(draft, Guardrails.DAILY_WORDS, agreed));
            }
        } else if (single.compareTo(most) > 0 || perDay.compareTo(most) > 0 && perDay.compareTo(before) > 0) {
            Money worst = single.compareTo(perDay) > 0 ? single : perDay;
            findings.add(Finding.red(draft.key(), field(draft), "guardrail.campaign",
                    "The campaign would spend " + words(worst) + " a day, the client allows " + words(most),
                    "Lower it, or change the client's guardrails."));
        }
    }

    private static boolean raised(Draft draft, String field) {
        Cell cell = draft.cells().get(field);
        return cell != null && FieldValues.amount(cell.mine()).orElse(0L) > FieldValues
                .amount(Objects.requireNonNullElse(cell.base(), "")).orElse(0L);
    }

    /// A limit that nothing here can be held against must not pass in silence.
    private Finding incomparable(Draft draft, String limit, List<Money> agreed) {
        String currency = account().currency().code();
        return Finding.red(draft.key(), field(draft), "guardrail.currency",
                Guardrails.incomparable(limit, agreed, account().currency()),
                "Let an administrator agree on it in " + currency + " too, in Settings, Client profile.");
    }

    private static boolean budgets(Draft draft) {
        return draft.cells().containsKey(Fields.DAILY) || draft.cells().containsKey(Fields.LIFETIME)
                || Checks.ACTIVE.equals(draft.mine(Fields.STATUS));
    }

    private static String field(Draft draft) {
        return draft.cells().containsKey(Fields.DAILY)
                ? Fields.DAILY
                : draft.cells().containsKey(Fields.LIFETIME) ? Fields.LIFETIME : Fields.STATUS;
    }

    private void raise(DraftKey key, String field, Cell cell, List<Finding> findings) {
        BigDecimal most = rules.guardrails().maxIncreasePercent();
        long before = FieldValues.amount(Objects.requireNonNullElse(cell.base(), "")).orElse(0L);
        long after = FieldValues.amount(cell.mine()).orElse(0L);
        if (after <= before || before == 0) {
            return;
        }
        if (rules.guardrails().blocked().contains(Operation.RAISE_BUDGET)) {
            findings.add(blocked(key, field, "raising budgets"));
        }
        BigDecimal percent = BigDecimal.valueOf(after - before).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(before), MathContext.DECIMAL64);
        if (most != null && percent.compareTo(most) > 0) {
            long allowed = BigDecimal.valueOf(before).multiply(BigDecimal.valueOf(100).add(most)).movePointLeft(2)
                    .longValue();
            findings.add(Finding.red(key, field, "guardrail.raise",
                    "A raise of " + percent.setScale(1, java.math.RoundingMode.HALF_UP).toPlainString()
                            + "% is more than the client's " + most.stripTrailingZeros().toPlainString() + "%",
                    "The most in one step is " + Checks.money(allowed, account().currency()) + ".")
                    .repairedBy(field, Long.toString(allowed)));
        }
    }

    private void blocked(Draft draft, List<Finding> findings) {
        DraftKey key = draft.key();
        if (draft.action() == Action.REMOVE && rules.guardrails().blocked().contains(Operation.DELETE)) {
            findings.add(blocked(key, "", "deleting"));
        }
        if (draft.action() == Action.ADD && rules.guardrails().blocked().contains(Operation.CREATE)) {
            findings.add(blocked(key, "", "creating"));
        }
        if (Checks.ACTIVE.equals(draft.mine(Fields.STATUS))
                && rules.guardrails().blocked().contains(Operation.ACTIVATE)) {
            findings.add(blocked(key, Fields.STATUS, "switching on"));
        }
        if ("ARCHIVED".equals(draft.mine(Fields.STATUS)) && rules.guardrails().blocked().contains(Operation.ARCHIVE)) {
            findings.add(blocked(key, Fields.STATUS, "archiving"));
        }
        if (draft.cells().containsKey(Fields.TARGETING) && draft.action() == Action.CHANGE
                && rules.guardrails().blocked().contains(Operation.CHANGE_TARGETING)) {
            findings.add(blocked(key, Fields.TARGETING, "changing targetings"));
        }
    }

    private static Finding blocked(DraftKey key, String field, String what) {
        return Finding.red(key, field, "guardrail.blocked", "This client's guardrails keep from " + what,
                "Discard it, or change the client's guardrails.");
    }

    /// The account as a whole: named on the largest raise, so that it stands beside what causes it.
    List<Finding> ofAccount() {
        List<Money> agreed = rules.guardrails().accountTotal();
        Money most = rules.guardrails().accountTotal(account().currency());
        if (agreed.isEmpty() || projection.drafts().isEmpty()) {
            return List.of();
        }
        Money before = Money.zero(account().currency());
        Money after = before;
        DailySpend was = new DailySpend(projection, false, now);
        DailySpend will = new DailySpend(projection, true, now);
        Money largest = before;
        String at = "";
        for (String campaign : projection.allCampaigns()) {
            Money one = was.perDay(campaign);
            Money other = will.perDay(campaign);
            before = before.plus(one);
            after = after.plus(other);
            if (other.minus(one).compareTo(largest) > 0) {
                largest = other.minus(one);
                at = campaign;
            }
        }
        if (after.compareTo(before) <= 0 || most != null && after.compareTo(most) <= 0) {
            return List.of();
        }
        String cause = at;
        String text = "The account would spend " + words(after) + " a day, the client allows "
                + (most == null ? "" : words(most));
        return projection.drafts().stream().filter(draft -> projection.campaignOf(draft.key()).equals(cause))
                .filter(draft -> budgets(draft) || draft.action() == Action.ADD)
                .map(draft -> most == null
                        ? incomparable(draft, Guardrails.TOTAL_WORDS, agreed)
                        : Finding.red(draft.key(), field(draft), "guardrail.account", text,
                                "Lower budgets, or change the client's guardrails."))
                .toList();
    }

    private AdAccount account() {
        return projection.account();
    }

    private static String words(Money money) {
        return Checks.money(money.minorUnits(), money.currency());
    }
}
