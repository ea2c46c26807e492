package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What may be spent, how it is bid, and when it runs. The budget sits on the campaign or on each ad set, never on both;
/// days and times are the ad account's.
final class BudgetStep extends Step {

    /// Where the budget sits.
    enum Seat {
        CAMPAIGN, AD_SETS
    }

    private static final List<String> CAPPED = List.of(BidStrategy.LOWEST_COST_WITH_BID_CAP.value(),
            BidStrategy.COST_CAP.value());
    private static final BigDecimal MOST_ROAS = BigDecimal.valueOf(1000);
    private static final BigDecimal LEAST_ROAS = new BigDecimal("0.01");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Formats formats;
    private final SegmentedControl<Seat> seat;
    private final CheckBox sharing = new CheckBox("Let ad sets lend each other up to a fifth of their budgets");
    private final BudgetRow shared;
    private final BudgetRow own;
    private final AmountInput cap;
    private final ComboBox<String> campaignStrategy;
    private final ComboBox<String> setStrategy;
    private final AmountInput bid;
    private final TextField roas;
    private final TimeInput start;
    private final TimeInput end;
    private final Label above = Labels.wrapped("", "t12", "muted");
    private final FieldRow seatRow;
    private final FieldRow sharingRow;
    private final FieldRow capRow;
    private final FieldRow campaignStrategyRow;
    private final FieldRow aboveRow;
    private final FieldRow setStrategyRow;
    private final FieldRow bidRow;
    private final FieldRow roasRow;
    private final FieldRow startRow;
    private final FieldRow endRow;

    BudgetStep(Plan plan, AdSetBar bar, Formats formats, Locale locale) {
        super(StepId.BUDGET, plan);
        this.formats = formats;
        AdAccount account = plan.account();
        Map<Seat, String> seats = new EnumMap<>(Seat.class);
        seats.put(Seat.CAMPAIGN, "On the campaign");
        seats.put(Seat.AD_SETS, "On each ad set");
        seat = new SegmentedControl<>(seats, Seat.CAMPAIGN);
        seat.setId("budget-seat");
        seat.valueProperty().addListener((_, _, now) -> seat(now));
        seatRow = row(Level.CAMPAIGN, "Budget", "On one of the two levels, never on both", seat,
                seat.button(Seat.CAMPAIGN), "budget.seat");
        shared = new BudgetRow(Level.CAMPAIGN, "campaign", account, formats, locale);
        sharing.setId("budget-sharing");
        sharing.setOnAction(_ -> sharing());
        sharingRow = row(Level.CAMPAIGN, "Sharing", "", sharing, sharing, Fields.SHARING);
        campaignStrategy = Inputs.choice("campaign-strategy", "Highest volume", BudgetStep::strategy,
                this::campaignStrategy);
        campaignStrategyRow = row(Level.CAMPAIGN, "Bid strategy", "", campaignStrategy, campaignStrategy,
                Fields.STRATEGY);
        cap = new AmountInput("spend-cap", "The spend cap", account.currency(), formats, locale,
                minor -> set(capRow(), "spend_cap", minor),
                (text, fix) -> misread(capRow(), "spend_cap", text, fix));
        capRow = row(Level.CAMPAIGN, "Spend cap", "For the campaign's whole life; empty for none", cap, cap.field(),
                "spend_cap");
        aboveRow = new FieldRow("Campaign", "", above, above, java.util.Set.of());
        own = new BudgetRow(Level.AD_SET, "ad-set", account, formats, locale);
        setStrategy = Inputs.choice("set-strategy", "Highest volume", BudgetStep::strategy, this::setStrategy);
        setStrategyRow = row(Level.AD_SET, "Bid strategy", "", setStrategy, setStrategy, Fields.STRATEGY);
        bid = new AmountInput("bid-amount", "The bid", account.currency(), formats, locale,
                minor -> set(bidRow(), Fields.BID, minor), (text, fix) -> misread(bidRow(), Fields.BID, text, fix));
        bidRow = row(Level.AD_SET, "Cap or cost goal", "For one result; for impressions and reach, for 1,000", bid,
                bid.field(), Fields.BID);
        roas = Inputs.text("roas-floor", "2.0", this::roas);
        roas.setMaxWidth(120);
        roasRow = row(Level.AD_SET, "ROAS floor", "Return for one unit of spend", roas, roas, Fields.BID_LIMITS);
        start = new TimeInput("start", "The start", account.zone(), LocalTime.MIDNIGHT,
                value -> set(startRow(), Fields.START, value),
                (text, fix) -> misread(startRow(), Fields.START, text, fix));
        startRow = row(Level.AD_SET, "Start", "Empty: when it is switched on", start, start.day(), Fields.START);
        end = new TimeInput("end", "The end", account.zone(), LocalTime.of(23, 59),
                value -> set(endRow(), Fields.END, value), (text, fix) -> misread(endRow(), Fields.END, text, fix));
        endRow = row(Level.AD_SET, "End", "Empty: open; a lifetime budget needs one", end, end.day(), Fields.END);
        if (plan.campaign().fresh()) {
            getChildren().addAll(seatRow, shared.row, campaignStrategyRow, sharingRow, capRow);
        } else {
            getChildren().add(aboveRow);
        }
        getChildren().addAll(bar, own.row, setStrategyRow, bidRow, roasRow, startRow, endRow);
    }

    // The inputs tell their rows, which are made of the inputs.
    private FieldRow capRow() {
        return capRow;
    }

    private FieldRow bidRow() {
        return bidRow;
    }

    private FieldRow startRow() {
        return startRow;
    }

    private FieldRow endRow() {
        return endRow;
    }

    private static String strategy(String value) {
        return AdWords.strategy(new BidStrategy(value));
    }

    private void seat(Seat now) {
        if (isFilling()) {
            return;
        }
        String before = plan().campaignBudget()
                ? plan().campaign().get(Fields.STRATEGY)
                : plan().adSets().stream().map(set -> set.get(Fields.STRATEGY)).findFirst().orElse("");
        Map<String, String> none = Map.of(Fields.DAILY, "", Fields.LIFETIME, "", Fields.STRATEGY, "");
        if (now == Seat.CAMPAIGN) {
            plan().adSets().stream().filter(Part::fresh).forEach(set -> plan().set(set, none));
            plan().set(plan().campaign(), Map.of(Fields.SHARING, "", Fields.STRATEGY, before));
        } else {
            plan().set(plan().campaign(), Map.of(Fields.DAILY, "", Fields.LIFETIME, "", Fields.STRATEGY, "",
                    Fields.SHARING, Boolean.toString(sharing.isSelected())));
            plan().adSets().stream().filter(Part::fresh).forEach(set -> plan().set(set, Fields.STRATEGY, before));
        }
        fill();
    }

    private void sharing() {
        set(sharingRow, Fields.SHARING, Boolean.toString(sharing.isSelected()));
    }

    private void campaignStrategy(String value) {
        set(campaignStrategyRow, Fields.STRATEGY, value);
        if (!isFilling()) {
            plan().adSets().stream().filter(Part::fresh).forEach(set -> plan().set(set, companions(value)));
            fill();
        }
    }

    private void setStrategy(String value) {
        set(setStrategyRow, Fields.STRATEGY, value);
        if (!isFilling()) {
            set(setStrategyRow, companions(value));
            fill();
        }
    }

    /// What a strategy forbids goes; what it needs is asked for.
    private static Map<String, String> companions(String strategy) {
        if (CAPPED.contains(strategy)) {
            return Map.of(Fields.BID_LIMITS, "");
        }
        return strategy.equals(BidStrategy.LOWEST_COST_WITH_MIN_ROAS.value())
                ? Map.of(Fields.BID, "")
                : Map.of(Fields.BID, "", Fields.BID_LIMITS, "");
    }

    private void roas(String typed) {
        String text = typed.strip().replace(',', '.');
        if (text.isEmpty()) {
            set(roasRow, Fields.BID_LIMITS, "");
        } else if (text.matches("[0-9]{1,5}(\\.[0-9]{1,4})?") && new BigDecimal(text).compareTo(MOST_ROAS) <= 0
                && new BigDecimal(text).compareTo(LEAST_ROAS) >= 0) {
            set(roasRow, Fields.BID_LIMITS, FieldValues.roasFloor(new BigDecimal(text)));
        } else {
            misread(roasRow, Fields.BID_LIMITS, "“" + typed.strip() + "” is no ROAS floor",
                    "Type one between 0.01 and 1000.");
        }
    }

    @Override
    void load() {
        Part campaign = plan().campaign();
        seat.valueProperty().set(plan().campaignBudget() ? Seat.CAMPAIGN : Seat.AD_SETS);
        sharing.setSelected(Boolean.parseBoolean(campaign.get(Fields.SHARING)));
        shared.load(campaign);
        List<String> strategies = AdWords.STRATEGIES.stream().map(BidStrategy::value).toList();
        Inputs.offer(campaignStrategy, strategies, usual(campaign));
        cap.show(campaign.get("spend_cap"));
        Part set = part(Level.AD_SET);
        if (set != null) {
            own.load(set);
            Inputs.offer(setStrategy, strategies, usual(set));
            bid.show(set.get(Fields.BID));
            String floor = FieldValues.roasFloor(set.get(Fields.BID_LIMITS)).map(BigDecimal::toPlainString).orElse("");
            if (!floor.isEmpty() || roas.getText().matches("[0-9.,]*")) {
                Inputs.show(roas, floor);
            }
            start.show(set.get(Fields.START));
            end.show(set.get(Fields.END));
        }
    }

    /// Facebook's own choice where nothing is said.
    private static String usual(Part part) {
        String said = part.get(Fields.STRATEGY);
        return said.isEmpty() ? BidStrategy.LOWEST_COST_WITHOUT_CAP.value() : said;
    }

    @Override
    void adapt() {
        boolean onCampaign = plan().campaignBudget();
        boolean set = part(Level.AD_SET) != null;
        shared.row.setVisible(onCampaign);
        campaignStrategyRow.setVisible(onCampaign);
        sharingRow.setVisible(!onCampaign);
        own.row.setVisible(set && !onCampaign);
        setStrategyRow.setVisible(set && !onCampaign);
        String strategy = onCampaign
                ? usual(plan().campaign())
                : Optional.ofNullable(part(Level.AD_SET)).map(BudgetStep::usual).orElse("");
        bidRow.setVisible(set && CAPPED.contains(strategy));
        roasRow.setVisible(set && strategy.equals(BidStrategy.LOWEST_COST_WITH_MIN_ROAS.value()));
        startRow.setVisible(set);
        endRow.setVisible(set);
        shared.hint();
        own.hint();
        above.setText(onCampaign
                ? "The campaign has the budget: " + amount(plan().campaign()) + ". Its ad sets have none of their own."
                : "Each ad set has a budget of its own.");
    }

    private String amount(Part part) {
        String daily = part.has(Fields.DAILY) ? part.get(Fields.DAILY) : "";
        String minor = daily.isEmpty() ? part.get(Fields.LIFETIME) : daily;
        return FieldValues.amount(minor).filter(units -> units > 0)
                .map(units -> money(units) + (daily.isEmpty() ? " in total" : " a day")).orElse("");
    }

    private String money(long minor) {
        return formats.money(Money.ofMinor(minor, plan().account().currency()));
    }

    @Override
    String summary() {
        Part set = plan().adSet();
        String amount = plan().campaignBudget()
                ? amount(plan().campaign())
                : plan().adSets().stream().map(this::amount).filter(words -> !words.isEmpty()).findFirst()
                        .map(words -> plan().adSets().size() > 1 ? words + " and more" : words).orElse("");
        String from = set == null
                ? ""
                : FieldValues.instant(set.get(Fields.START))
                        .map(at -> " from " + DAY.format(at.atZone(plan().account().zone()))).orElse("");
        return amount.isEmpty() ? "What it may spend" : amount + from;
    }

    /// Daily or lifetime, and how much, of the campaign or of an ad set.
    private final class BudgetRow {

        private final Level level;
        private final SegmentedControl<Budget.Kind> kind;
        private final AmountInput amount;
        private final Label hint = Labels.wrapped("", "hint");
        private final FieldRow row;

        BudgetRow(Level level, String id, AdAccount account, Formats formats, Locale locale) {
            this.level = level;
            Map<Budget.Kind, String> kinds = new EnumMap<>(Budget.Kind.class);
            kinds.put(Budget.Kind.DAILY, "Daily");
            kinds.put(Budget.Kind.LIFETIME, "Lifetime");
            kind = new SegmentedControl<>(kinds, Budget.Kind.DAILY);
            kind.setId(id + "-budget-kind");
            amount = new AmountInput(id + "-budget", "The budget", account.currency(), formats, locale, this::typed,
                    (text, fix) -> BudgetStep.this.misread(row(), field(), text, fix));
            kind.valueProperty().addListener((_, _, _) -> moved());
            HBox line = new HBox(8, kind, amount);
            line.setAlignment(Pos.CENTER_LEFT);
            row = BudgetStep.this.row(level, level == Level.CAMPAIGN ? "Campaign budget" : "Ad set budget", "",
                    new VBox(4, line, hint), amount.field(), Fields.DAILY, Fields.LIFETIME);
        }

        private FieldRow row() {
            return row;
        }

        private String field() {
            return kind.getValue() == Budget.Kind.DAILY ? Fields.DAILY : Fields.LIFETIME;
        }

        private void typed(String minor) {
            set(row(), field(), minor);
        }

        /// The same amount as the other kind.
        private void moved() {
            Part part = part(level);
            if (part != null && !isFilling()) {
                String other = field().equals(Fields.DAILY) ? Fields.LIFETIME : Fields.DAILY;
                set(row, Map.of(other, "", field(), part.get(other)));
            }
        }

        void load(Part part) {
            boolean lifetime = part.has(Fields.LIFETIME);
            if (lifetime || part.has(Fields.DAILY)) {
                kind.valueProperty().set(lifetime ? Budget.Kind.LIFETIME : Budget.Kind.DAILY);
            }
            amount.show(part.get(field()));
        }

        void hint() {
            Money least = plan().account().minDailyBudget();
            hint.setText(kind.getValue() == Budget.Kind.LIFETIME
                    ? "For the whole schedule, which needs an end"
                    : least == null
                            ? ""
                            : "At least " + formats.money(least)
                                    + " a day; Meta may spend up to 75% more on a single day, "
                                    + "and never more than seven times it in a week");
        }
    }
}
