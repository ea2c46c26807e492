package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.service.CampaignEdit;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed about a campaign that exists, what is wrong with it, and what it would change. FX thread only.
final class CampaignForm {

    private static final int LONGEST_NAME = 400;

    private final Frame frame;
    private final Campaign before;
    private final Formats formats;
    private final Locale locale;
    private final BudgetWords words;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty amount = new SimpleStringProperty(this, "amount", "");
    private final ObjectProperty<BidStrategy> strategy = new SimpleObjectProperty<>(this, "strategy",
            BidStrategy.LOWEST_COST_WITHOUT_CAP);

    private CampaignForm(Frame frame, Campaign before, Formats formats, Locale locale) {
        this.frame = frame;
        this.before = before;
        this.formats = formats;
        this.locale = locale;
        this.words = new BudgetWords(formats);
        name.set(before.name());
        Budget budget = before.budget();
        if (budget != null) {
            amount.set(formats.amount(budget.amount()));
        }
        if (before.bidStrategy() != null) {
            strategy.set(before.bidStrategy());
        }
    }

    static CampaignForm edit(Frame frame, Campaign campaign, Formats formats, Locale locale) {
        return new CampaignForm(frame, campaign, formats, locale);
    }

    Frame frame() {
        return frame;
    }

    Campaign before() {
        return before;
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty amountProperty() {
        return amount;
    }

    ObjectProperty<BidStrategy> strategyProperty() {
        return strategy;
    }

    /// How the amount is read: the account's currency, what it was, and the least the account accepts per day.
    MoneyEntry entry() {
        Budget old = before.budget();
        return new MoneyEntry(frame.account().currency(), locale, old == null ? null : old.amount(),
                frame.account().minDailyBudget());
    }

    /// What is wrong with a field, empty when nothing is.
    String error(FormField field) {
        return switch (field) {
            case NAME -> name.get().isBlank()
                    ? "Name is missing. Type what you will find it by."
                    : name.get().strip().length() > LONGEST_NAME
                            ? "Name is too long. Use " + LONGEST_NAME + " characters or fewer."
                            : "";
            case BUDGET -> budgetError(before.budget());
            case STRATEGY -> "";
        };
    }

    private String budgetError(@Nullable Budget old) {
        return old == null ? "" : switch (entry().read(amount.get())) {
            case MoneyEntry.Amount _ -> "";
            case MoneyEntry.Refused(var reason) -> words.refusal(old.kind(), entry(), amount.get(), reason);
        };
    }

    boolean complete() {
        return Arrays.stream(FormField.values()).allMatch(field -> error(field).isEmpty());
    }

    /// The budget as typed, null where the ad sets carry it or the amount cannot be read.
    @Nullable
    Budget budget() {
        Budget old = before.budget();
        return old != null && entry().read(amount.get()) instanceof MoneyEntry.Amount(Money money)
                ? new Budget(old.kind(), money)
                : null;
    }

    /// Only what differs from before.
    CampaignEdit edit() {
        Budget budget = budget();
        Budget old = before.budget();
        String typed = name.get().strip();
        boolean sameBudget = budget == null || old == null || old.amount().compareTo(budget.amount()) == 0;
        boolean sameStrategy = old == null || strategy.get().equals(before.bidStrategy());
        return new CampaignEdit(typed.equals(before.name()) ? null : typed, sameBudget ? null : budget,
                sameStrategy ? null : strategy.get());
    }

    /// What will be drafted, line by line.
    List<Change> changes() {
        return edited(before, edit());
    }

    private List<Change> edited(Campaign old, CampaignEdit edit) {
        List<Change> lines = new ArrayList<>();
        if (edit.name() != null) {
            lines.add(new Change("Name", old.name(), edit.name(), ""));
        }
        if (edit.budget() != null && old.budget() != null) {
            lines.add(new Change(BudgetWords.label(edit.budget().kind()), formats.money(old.budget().amount()),
                    formats.money(edit.budget().amount()),
                    words.step(old.budget().amount(), edit.budget().amount())));
        }
        if (edit.bidStrategy() != null) {
            lines.add(new Change("Bid strategy", old.bidStrategy() == null ? "" : Words.strategy(old.bidStrategy()),
                    Words.strategy(edit.bidStrategy()), "Learning may restart"));
        }
        return lines;
    }
}
