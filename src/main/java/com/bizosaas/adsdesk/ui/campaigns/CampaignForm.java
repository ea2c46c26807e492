package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.service.CampaignDraft;
import com.bizosaas.adsdesk.service.CampaignEdit;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What is typed about a campaign, what is wrong with it, and what it would change. FX thread only.
///
/// The special ad category starts unanswered: Facebook wants an answer with every campaign, and a wrong "no" is a breach
/// of its policy, so nothing is ever answered in the operator's place.
final class CampaignForm {

    /// The answer to whether a special ad category applies.
    enum Special {
        NONE, SOME
    }

    /// Where the budget sits.
    enum BudgetLevel {
        CAMPAIGN, AD_SETS
    }

    private static final int LONGEST_NAME = 400;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Frame frame;
    private final @Nullable Campaign before;
    private final Formats formats;
    private final Locale locale;
    private final BudgetWords words;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<@Nullable Objective> objective = new SimpleObjectProperty<>(this, "objective", null);
    private final ObjectProperty<@Nullable Special> special = new SimpleObjectProperty<>(this, "special", null);
    private final ObservableSet<String> categories = FXCollections.observableSet();
    private final StringProperty countries = new SimpleStringProperty(this, "countries", "");
    private final ObjectProperty<BudgetLevel> level = new SimpleObjectProperty<>(this, "level", BudgetLevel.CAMPAIGN);
    private final ObjectProperty<Budget.Kind> kind = new SimpleObjectProperty<>(this, "kind", Budget.Kind.DAILY);
    private final StringProperty amount = new SimpleStringProperty(this, "amount", "");
    private final ObjectProperty<BidStrategy> strategy = new SimpleObjectProperty<>(this, "strategy",
            BidStrategy.LOWEST_COST_WITHOUT_CAP);
    private final BooleanProperty sharing = new SimpleBooleanProperty(this, "sharing", false);

    private CampaignForm(Frame frame, @Nullable Campaign before, Formats formats, Locale locale) {
        this.frame = frame;
        this.before = before;
        this.formats = formats;
        this.locale = locale;
        this.words = new BudgetWords(formats);
    }

    static CampaignForm create(Frame frame, Formats formats, Locale locale) {
        return new CampaignForm(frame, null, formats, locale);
    }

    static CampaignForm edit(Frame frame, Campaign campaign, Formats formats, Locale locale) {
        CampaignForm form = new CampaignForm(frame, campaign, formats, locale);
        form.name.set(campaign.name());
        form.objective.set(campaign.objective());
        form.special.set(campaign.specialAdCategories().isEmpty() ? Special.NONE : Special.SOME);
        Budget budget = campaign.budget();
        form.level.set(budget == null ? BudgetLevel.AD_SETS : BudgetLevel.CAMPAIGN);
        if (budget != null) {
            form.kind.set(budget.kind());
            form.amount.set(formats.amount(budget.amount()));
        }
        if (campaign.bidStrategy() != null) {
            form.strategy.set(campaign.bidStrategy());
        }
        return form;
    }

    /// The same input again, for a dialog that was closed and is opened anew.
    CampaignForm copy(Frame now) {
        CampaignForm copy = new CampaignForm(now, before, formats, locale);
        copy.name.set(name.get());
        copy.objective.set(objective.get());
        copy.special.set(special.get());
        copy.categories.addAll(categories);
        copy.countries.set(countries.get());
        copy.level.set(level.get());
        copy.kind.set(kind.get());
        copy.amount.set(amount.get());
        copy.strategy.set(strategy.get());
        copy.sharing.set(sharing.get());
        return copy;
    }

    Frame frame() {
        return frame;
    }

    /// Null for a new campaign.
    @Nullable
    Campaign before() {
        return before;
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<@Nullable Objective> objectiveProperty() {
        return objective;
    }

    /// Null until it was answered.
    ObjectProperty<@Nullable Special> specialProperty() {
        return special;
    }

    ObservableSet<String> categories() {
        return categories;
    }

    StringProperty countriesProperty() {
        return countries;
    }

    ObjectProperty<BudgetLevel> levelProperty() {
        return level;
    }

    ObjectProperty<Budget.Kind> kindProperty() {
        return kind;
    }

    StringProperty amountProperty() {
        return amount;
    }

    ObjectProperty<BidStrategy> strategyProperty() {
        return strategy;
    }

    BooleanProperty sharingProperty() {
        return sharing;
    }

    /// How the amount is read: the account's currency, what it was, and the least the account accepts per day.
    MoneyEntry entry() {
        Budget old = before == null ? null : before.budget();
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
            case OBJECTIVE -> objective.get() == null ? "Objective is missing. Pick one." : "";
            case CATEGORY -> before != null
                    ? ""
                    : special.get() == null
                            ? "Special ad category is not answered. Say whether one applies."
                            : special.get() == Special.SOME && categories.isEmpty()
                                    ? "Special ad category is missing. Tick at least one."
                                    : "";
            case COUNTRIES -> before == null && special.get() == Special.SOME ? countriesError() : "";
            case BUDGET -> level.get() == BudgetLevel.AD_SETS ? "" : switch (entry().read(amount.get())) {
                case MoneyEntry.Amount _ -> "";
                case MoneyEntry.Refused(var reason) -> words.refusal(kind.get(), entry(), amount.get(), reason);
            };
            case STRATEGY -> "";
        };
    }

    private String countriesError() {
        List<String> codes = countryCodes();
        if (codes.isEmpty()) {
            return "Countries are missing. Type their two-letter codes, such as DE, AT.";
        }
        return codes.stream().filter(code -> !COUNTRIES.contains(code)).findFirst()
                .map(code -> "Countries: “" + code + "” is no country code. Type two letters, such as DE.").orElse("");
    }

    private List<String> countryCodes() {
        return Arrays.stream(countries.get().toUpperCase(Locale.ROOT).split("[\\s,;]+")).filter(code -> !code.isBlank())
                .distinct().toList();
    }

    boolean complete() {
        return Arrays.stream(FormField.values()).allMatch(field -> error(field).isEmpty());
    }

    /// The budget as typed, null where the ad sets carry it or the amount cannot be read.
    @Nullable
    Budget budget() {
        return level.get() == BudgetLevel.CAMPAIGN
                && entry().read(amount.get()) instanceof MoneyEntry.Amount(Money money)
                        ? new Budget(kind.get(), money)
                        : null;
    }

    CampaignDraft draft() {
        Budget budget = budget();
        boolean declared = special.get() == Special.SOME;
        Objective chosen = objective.get();
        if (chosen == null || special.get() == null) {
            throw new IllegalStateException("Objective and special ad category are to be answered first");
        }
        return new CampaignDraft(name.get().strip(), chosen,
                declared ? Words.CATEGORIES.keySet().stream().filter(categories::contains).toList() : List.of(),
                declared ? countryCodes() : List.of(), budget, budget == null ? null : strategy.get(),
                budget == null && sharing.get());
    }

    /// Only what differs from before.
    CampaignEdit edit() {
        if (before == null) {
            throw new IllegalStateException("A new campaign has nothing to edit");
        }
        Budget budget = budget();
        String typed = name.get().strip();
        boolean sameBudget = budget == null || before.budget() == null
                || before.budget().amount().compareTo(budget.amount()) == 0;
        boolean sameStrategy = before.budget() == null || strategy.get().equals(before.bidStrategy());
        return new CampaignEdit(typed.equals(before.name()) ? null : typed, sameBudget ? null : budget,
                sameStrategy ? null : strategy.get());
    }

    /// What will be written, line by line.
    List<Change> changes() {
        return before == null ? created() : edited(before, edit());
    }

    private List<Change> created() {
        CampaignDraft draft = draft();
        List<Change> lines = new ArrayList<>();
        lines.add(new Change("Name", "", draft.name(), ""));
        lines.add(new Change("Status", "", "Paused", "Nothing is spent until you switch it on"));
        lines.add(new Change("Objective", "", Words.objective(draft.objective()), ""));
        lines.add(new Change("Special ad category", "", draft.specialAdCategories().isEmpty()
                ? "None"
                : draft.specialAdCategories().stream().map(Words.CATEGORIES::get).collect(Collectors.joining(", "))
                        + " in " + draft.specialAdCategoryCountries().stream().map(this::country)
                                .collect(Collectors.joining(", ")),
                ""));
        lines.add(draft.budget() == null
                ? new Change("Budget", "", "Set by each ad set", draft.adSetBudgetSharing() ? "Ad sets may share" : "")
                : new Change(BudgetWords.label(draft.budget().kind()), "", formats.money(draft.budget().amount()), ""));
        if (draft.bidStrategy() != null) {
            lines.add(new Change("Bid strategy", "", Words.strategy(draft.bidStrategy()), ""));
        }
        return lines;
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

    /// The names of the countries typed so far, for the line below the field.
    String countryNames() {
        return countryCodes().stream().filter(COUNTRIES::contains).map(this::country)
                .collect(Collectors.joining(", "));
    }

    private String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /// Objectives that can be chosen, by their names.
    static Map<Objective, String> objectives() {
        return Objective.CREATABLE.stream().collect(Collectors.toMap(one -> one, Words::objective, (a, _) -> a,
                java.util.LinkedHashMap::new));
    }
}
