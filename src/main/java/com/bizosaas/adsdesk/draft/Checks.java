package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.FieldSpec.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The local rules: what can be told about drafts without asking Facebook (graph-api chapter 04 for the conditional fields).
/// What passes here may still be refused by `validate_only`.
public final class Checks {

    static final int NAME_LENGTH = 400;
    static final String ACTIVE = "ACTIVE";

    private final Projection projection;
    private final Rules rules;
    private final Past past;
    private final Instant now;

    public Checks(Projection projection, Rules rules, Past past, Instant now) {
        this.projection = projection;
        this.rules = rules;
        this.past = past;
        this.now = now;
    }

    /// Everything that is to be said about the account's drafts, in their order.
    public List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        projection.drafts().forEach(draft -> findings.addAll(of(draft)));
        findings.addAll(new ClientCheck(projection, rules, now).ofAccount());
        return findings;
    }

    /// What is to be said about one draft.
    public List<Finding> of(Draft draft) {
        DraftKey key = draft.key();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new ClientCheck(projection, rules, now).of(draft));
        if (draft.action() == Action.REMOVE) {
            if (key.level() == Level.AUDIENCE) {
                new AudienceCheck(projection, draft, Map.of()).removal(findings);
            }
            return findings;
        }
        Map<String, String> after = projection.after(key.level(), key.object());
        if (!key.isNew() && over(projection.before(key.level(), key.object()))) {
            return List.of(Finding.red(key, Fields.STATUS, "object.over", "It is archived or deleted",
                    "Nothing can be changed any more. Discard the draft."));
        }
        if (!key.isNew() && projection.before(key.level(), key.object()).isEmpty()) {
            return List.of(Finding.red(key, "", "object.gone", "It is not in the account any more",
                    "It was deleted at Facebook. Discard the draft."));
        }
        if (!key.isNew() && overAbove(key)) {
            return List.of(Finding.red(key, Fields.STATUS, "parent.over", "What it belongs to is archived or deleted",
                    "Nothing can be changed any more. Discard the draft."));
        }
        for (Conflict conflict : Conflict.in(draft)) {
            findings.add(Finding.red(key, conflict.field().name(), "conflict",
                    conflict.field().label() + " was changed at Facebook since the draft was made",
                    "Keep yours, take Facebook's, or type another value."));
        }
        name(draft, after, findings);
        money(draft, findings);
        switch (key.level()) {
            case CAMPAIGN -> new CampaignCheck(projection, draft, after).run(findings);
            case AD_SET -> new AdSetCheck(projection, draft, after, now).run(findings);
            case AD -> new AdCheck(projection, draft, after, rules).run(findings);
            case AUDIENCE -> new AudienceCheck(projection, draft, after).run(findings);
            case ACCOUNT -> throw new IllegalArgumentException("An ad account is not drafted");
        }
        if (!key.isNew() && draft.cells().containsKey(Fields.LIFETIME)) {
            past.spent(key).ifPresent(
                    spent -> BudgetCheck.spent(projection.account(), draft, spent, findings));
        }
        learning(draft, findings);
        hour(draft, findings);
        return findings;
    }

    private boolean overAbove(DraftKey key) {
        boolean campaign = key.level() != Level.CAMPAIGN
                && over(projection.before(Level.CAMPAIGN, projection.campaignOf(key)));
        return campaign || key.level() == Level.AD
                && over(projection.before(Level.AD_SET, projection.parent(Level.AD, key.object())));
    }

    static boolean over(Map<String, String> values) {
        String status = values.getOrDefault(Fields.STATUS, "");
        return status.equals("ARCHIVED") || status.equals("DELETED");
    }

    private void name(Draft draft, Map<String, String> after, List<Finding> findings) {
        DraftKey key = draft.key();
        String name = after.getOrDefault(Fields.NAME, "");
        if (!draft.cells().containsKey(Fields.NAME) && !key.isNew()) {
            return;
        }
        if (name.isBlank()) {
            findings.add(Finding.red(key, Fields.NAME, "name.missing", "It has no name", "Type one."));
        } else if (name.length() > NAME_LENGTH) {
            findings.add(Finding.red(key, Fields.NAME, "name.long", "The name is too long",
                    "Use at most " + NAME_LENGTH + " characters."));
        }
        if (name.matches("(?i).*\\.(jpe?g|png|gif|webp|mp4|mov|heic)")) {
            findings.add(Finding.yellow(key, Fields.NAME, "name.file", "The name is that of a file",
                    "Take the ending off, it leaks into tracking.").repairedBy(Fields.NAME,
                            name.replaceFirst("\\.[A-Za-z0-9]{3,4}$", "")));
        }
        String rule = rules.naming().of(key.level());
        if (!NameRule.of(rule).fits(name)) {
            findings.add(Finding.yellow(key, Fields.NAME, "name.pattern",
                    "The name does not follow this client's naming: " + rule,
                    "Rename it so that it does, or change the naming in the client's profile."));
        }
        rules.otherClients().stream().filter(other -> other.length() >= 4)
                .filter(other -> name.toLowerCase(java.util.Locale.ROOT)
                        .contains(other.toLowerCase(java.util.Locale.ROOT)))
                .findFirst().ifPresent(other -> findings.add(Finding.yellow(key, Fields.NAME, "client.other",
                        "The name holds another client's name: " + other, "See that this is the right client.")));
    }

    private void money(Draft draft, List<Finding> findings) {
        draft.cells().forEach((name, cell) -> {
            FieldSpec field = Fields.of(draft.key().level(), name);
            if (field.kind() == Kind.MONEY && FieldValues.amount(cell.mine()).filter(minor -> minor >= 0).isEmpty()) {
                findings.add(Finding.red(draft.key(), name, "money.shape", field.label() + " is no amount",
                        "Type an amount."));
            }
        });
    }

    /// Significant edits of what is running (graph-api chapter 04, `learning_stage_info`).
    private void learning(Draft draft, List<Finding> findings) {
        DraftKey key = draft.key();
        if (key.isNew() || !ACTIVE.equals(projection.before(key.level(), key.object()).get(Fields.STATUS))) {
            return;
        }
        draft.cells().forEach((name, cell) -> {
            FieldSpec field = Fields.of(key.level(), name);
            if (!field.resetsLearning()) {
                return;
            }
            double step = field.kind() == Kind.MONEY ? step(cell) : Double.POSITIVE_INFINITY;
            if (step > 0.2) {
                findings.add(Finding.yellow(key, name, "learning", "Learning may restart",
                        field.kind() == Kind.MONEY
                                ? "A step of more than 20% is a significant edit. Go in smaller steps to keep what was "
                                        + "learned."
                                : "This is a significant edit. Expect some days of uneven results."));
            }
        });
    }

    private static double step(Cell cell) {
        long before = FieldValues.amount(java.util.Objects.requireNonNullElse(cell.base(), "")).orElse(0L);
        long after = FieldValues.amount(cell.mine()).orElse(0L);
        return before == 0 ? 0 : Math.abs(after - before) / (double) before;
    }

    /// Four changes of a budget an hour (graph-api chapter 12).
    private void hour(Draft draft, List<Finding> findings) {
        String field = draft.cells().containsKey(Fields.DAILY)
                ? Fields.DAILY
                : draft.cells().containsKey(Fields.LIFETIME) ? Fields.LIFETIME : "";
        if (field.isEmpty() || draft.key().level() != Level.AD_SET || draft.key().isNew()) {
            return;
        }
        List<Instant> changes = past.budgetChanges(draft.key());
        if (changes.size() >= 4) {
            Instant free = changes.get(changes.size() - 4).plusSeconds(3600);
            findings.add(Finding.red(draft.key(), field, "budget.hour",
                    "Its budget was changed four times within an hour",
                    "Facebook takes the next change an hour after the first of them. The draft stays until then.")
                    .until(free));
        }
    }

    static String money(long minor, AdCurrency currency) {
        return Money.ofMinor(minor, currency).amount().setScale(currency.decimals()).toPlainString() + " "
                + currency.code();
    }
}
