package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.domain.profile.Amounts;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.draft.FieldValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds one write against the client's guardrails. Looks at the write alone and at the account's structure, so that it
/// binds whatever comes: a pane, a published batch, an undo, the local API.
final class GuardrailCheck {

    private static final String DAILY = "daily_budget";
    private static final String LIFETIME = "lifetime_budget";
    private static final String STATUS = "status";
    private static final String WHERE = "Choose less, or let an administrator change the guardrails in Settings, Client"
            + " profile.";

    private final Guardrails rails;
    private final AdCurrency currency;
    private final AdStructure now;
    private final Instant at;
    private Made made = new Made(Map.of(), List.of());

    GuardrailCheck(Guardrails rails, AdCurrency currency, AdStructure now, Instant at) {
        this.rails = rails;
        this.currency = currency;
        this.now = now;
        this.at = at;
    }

    /// Takes a write for made, so that those after it are held against the sum.
    void suppose(PlannedWrite write) {
        made = made.and(write);
    }

    /// Why the write may not leave; empty where it may.
    Optional<Problem> refusal(PlannedWrite write) {
        return blocked(write).or(() -> budget(write)).or(() -> raise(write, DAILY))
                .or(() -> raise(write, LIFETIME)).or(() -> total(write));
    }

    private Optional<Problem> blocked(PlannedWrite write) {
        return operations(write).stream().filter(rails.blocked()::contains).findFirst()
                .map(operation -> new Problem(Problem.Kind.REFUSED, "This client's guardrails block "
                        + operation.words(), "An administrator can change the guardrails in Settings, Client profile.",
                        operation == Operation.RAISE_BUDGET ? "budget" : "", null, ""));
    }

    private static Set<Operation> operations(PlannedWrite write) {
        Set<Operation> does = EnumSet.noneOf(Operation.class);
        String status = write.requested().getOrDefault(STATUS, "");
        if (write.edge().equals("customaudiences")) {
            does.add(Operation.CHANGE_AUDIENCES);
        }
        if (write.kind() == WriteKind.CREATE) {
            does.add(Operation.CREATE);
        } else if (write.requested().containsKey("targeting")) {
            does.add(Operation.CHANGE_TARGETING);
        }
        if (write.kind() == WriteKind.DELETE || status.equals(Status.DELETED.value())) {
            does.add(Operation.DELETE);
        }
        if (status.equals(Status.ARCHIVED.value())) {
            does.add(Operation.ARCHIVE);
        }
        if (status.equals(Status.ACTIVE.value())) {
            does.add(Operation.ACTIVATE);
        }
        if (raised(write, DAILY) || raised(write, LIFETIME)) {
            does.add(Operation.RAISE_BUDGET);
        }
        return does;
    }

    private static boolean raised(PlannedWrite write, String field) {
        BigDecimal before = number(write.valuesBefore().get(field));
        BigDecimal after = number(write.requested().get(field));
        return write.kind() == WriteKind.UPDATE && after != null && (before == null || after.compareTo(before) > 0);
    }

    private Optional<Problem> budget(PlannedWrite write) {
        Money most = rails.maxDailyBudget(currency);
        Money asked = perDay(write, write.requested());
        Money before = perDay(write, write.valuesBefore());
        // Lowering one that is too high already is no offence.
        if (asked == null || before != null && asked.compareTo(before) <= 0) {
            return Optional.empty();
        }
        if (Amounts.lack(currency, rails.maxDailyBudget())) {
            return Optional.of(incomparable(Guardrails.DAILY_WORDS, rails.maxDailyBudget()));
        }
        if (most == null || asked.compareTo(most) <= 0) {
            return Optional.empty();
        }
        String what = write.requested().containsKey(DAILY)
                ? "A daily budget of " + MoneyWords.of(asked)
                : "A lifetime budget that comes to " + MoneyWords.of(asked) + " a day";
        return Optional.of(refused(what + " is above this client's guardrail of " + MoneyWords.of(most)));
    }

    /// What these values of the written object let it spend in a day; a lifetime budget by the days of its schedule. Null
    /// where there is no budget among them, or a lifetime budget whose end is on another object.
    private @Nullable Money perDay(PlannedWrite write, Map<String, String> values) {
        Money daily = money(values.get(DAILY));
        Money lifetime = money(values.get(LIFETIME));
        if (daily != null || lifetime == null) {
            return daily;
        }
        Instant start = time(write, values, "start_time");
        Instant end = time(write, values, write.edge().equals("campaigns") ? "stop_time" : "end_time");
        return start == null || end == null ? null : byDay(lifetime, start, end);
    }

    private @Nullable Instant time(PlannedWrite write, Map<String, String> values, String field) {
        Optional<Instant> written = FieldValues.instant(values.getOrDefault(field, ""))
                .or(() -> FieldValues.instant(write.requested().getOrDefault(field, "")));
        if (written.isPresent()) {
            return written.get();
        }
        boolean start = field.equals("start_time");
        for (AdSet adSet : now.adSets()) {
            if (adSet.id().equals(write.object())) {
                return start ? adSet.startTime() : adSet.endTime();
            }
        }
        for (Campaign campaign : now.campaigns()) {
            if (campaign.id().equals(write.object())) {
                return start ? campaign.startTime() : campaign.stopTime();
            }
        }
        return null;
    }

    private Money byDay(Money lifetime, Instant start, Instant end) {
        long days = Math.max(1, (Duration.between(start, end).toHours() + 23) / 24);
        return new Money(lifetime.amount().divide(BigDecimal.valueOf(days), MathContext.DECIMAL64), currency);
    }

    private Optional<Problem> raise(PlannedWrite write, String field) {
        BigDecimal most = rails.maxIncreasePercent();
        BigDecimal before = number(write.valuesBefore().get(field));
        BigDecimal after = number(write.requested().get(field));
        if (most == null || before == null || after == null || before.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal percent = after.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before,
                MathContext.DECIMAL64);
        return percent.compareTo(most) <= 0
                ? Optional.empty()
                : Optional.of(refused("A raise of " + percent.setScale(1, RoundingMode.HALF_UP).toPlainString()
                        + "% is above this client's guardrail of " + most.stripTrailingZeros().toPlainString() + "%"));
    }

    private Optional<Problem> total(PlannedWrite write) {
        Money most = rails.accountTotal(currency);
        if (rails.accountTotal().isEmpty()) {
            return Optional.empty();
        }
        Money before = perDay(made);
        Money after = perDay(made.and(write));
        if (most == null) {
            return after.compareTo(before) > 0
                    ? Optional.of(incomparable(Guardrails.TOTAL_WORDS, rails.accountTotal()))
                    : Optional.empty();
        }
        return after.compareTo(most) <= 0 || after.compareTo(before) <= 0
                ? Optional.empty()
                : Optional.of(refused("This ad account would run at " + MoneyWords.of(after)
                        + " a day, above this client's guardrail of " + MoneyWords.of(most)));
    }

    /// Fields as they are once some writes were made, for those objects that they touch.
    private record Made(Map<GraphId, Map<String, String>> fields, List<Map<String, String>> created) {

        Made and(PlannedWrite write) {
            Map<GraphId, Map<String, String>> more = new HashMap<>(fields);
            List<Map<String, String>> also = new ArrayList<>(created);
            GraphId object = write.object();
            if (object == null) {
                also.add(write.requested());
            } else {
                Map<String, String> values = new HashMap<>(more.getOrDefault(object, Map.of()));
                values.putAll(write.requested());
                if (write.kind() == WriteKind.DELETE) {
                    values.put(STATUS, Status.DELETED.value());
                }
                more.put(object, values);
            }
            return new Made(more, also);
        }

        @Nullable
        String field(GraphId id, String name) {
            return fields.getOrDefault(id, Map.of()).get(name);
        }

        boolean isOn(GraphId id, Status status) {
            return Status.ACTIVE.value().equals(Objects.requireNonNullElse(field(id, STATUS), status.value()));
        }
    }

    /// What is switched on spends in a day.
    private Money perDay(Made then) {
        Money sum = Money.zero(currency);
        for (Campaign campaign : now.campaigns()) {
            if (!then.isOn(campaign.id(), campaign.status()) || ended(campaign.stopTime())) {
                continue;
            }
            Money own = share(then, campaign.id(), campaign.budget(), campaign.startTime(), campaign.stopTime());
            sum = sum.plus(own.isZero() ? ofAdSets(then, campaign.id()) : own);
        }
        for (Map<String, String> created : then.created) {
            Money daily = Status.ACTIVE.value().equals(created.get(STATUS)) ? money(created.get(DAILY)) : null;
            sum = daily == null ? sum : sum.plus(daily);
        }
        return sum;
    }

    private Money ofAdSets(Made then, GraphId campaign) {
        Money sum = Money.zero(currency);
        for (AdSet adSet : now.adSets()) {
            if (adSet.campaignId().equals(campaign) && then.isOn(adSet.id(), adSet.status())
                    && !ended(adSet.endTime())) {
                sum = sum.plus(share(then, adSet.id(), adSet.budget(), adSet.startTime(), adSet.endTime()));
            }
        }
        return sum;
    }

    private boolean ended(@Nullable Instant end) {
        return end != null && !end.isAfter(at);
    }

    /// A lifetime budget counts by the day of its schedule.
    private Money share(Made then, GraphId id, @Nullable Budget budget, @Nullable Instant start,
            @Nullable Instant end) {
        Money daily = money(then.field(id, DAILY));
        Money lifetime = money(then.field(id, LIFETIME));
        if (daily != null) {
            return daily;
        }
        if (lifetime == null) {
            if (budget == null || budget.kind() == Budget.Kind.DAILY) {
                return budget == null ? Money.zero(currency) : budget.amount();
            }
            lifetime = budget.amount();
        }
        if (start == null || end == null) {
            return lifetime;
        }
        return byDay(lifetime, start, end);
    }

    /// What cannot be compared is refused: a limit that was agreed must not pass in silence.
    private Problem incomparable(String limit, List<Money> agreed) {
        return new Problem(Problem.Kind.REFUSED, Guardrails.incomparable(limit, agreed, currency),
                "Let an administrator agree on it in " + currency.code() + " too, in Settings, Client profile.",
                "budget",
                null, "");
    }

    private @Nullable Money money(@Nullable String minor) {
        BigDecimal number = number(minor);
        return number == null || number.signum() <= 0 ? null : Money.ofMinor(number.toPlainString(), currency);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,18}(\\.[0-9]{1,6})?")) {
            return null;
        }
        return new BigDecimal(text);
    }

    private static Problem refused(String title) {
        return new Problem(Problem.Kind.REFUSED, title, WHERE, "budget", null, "");
    }
}
