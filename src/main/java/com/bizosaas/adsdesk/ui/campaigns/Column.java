package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns that can be shown, by the groups of the chooser, with their place in the layout.
enum Column {
    // @formatter:off
    TENANT(Group.PLACE, "Tenant", 150, 0, null, "The client whose ads these are"),
    ON(Group.DELIVERY, "On", 40, 0, null, "Paused or on; Space switches"),
    NAME(Group.PLACE, "Name", 160, 0, null, "Campaign, ad set or ad"),
    ACCOUNT(Group.PLACE, "Account", 130, 0, null, "The ad account it is in"),
    DELIVERY(Group.DELIVERY, "Delivery", 116, 0, null, "What Meta makes of it; hover a state for the reason"),
    OBJECTIVE(Group.DELIVERY, "Objective", 84, 1, null, "What the campaign is for"),
    START(Group.DELIVERY, "Start", 94, 0, null, "First day of its schedule, in the account's zone"),
    END(Group.DELIVERY, "End", 94, 0, null, "Last day of its schedule, in the account's zone"),
    ID(Group.DELIVERY, "ID", 150, 0, null, "Its number at Meta"),
    BUDGET(Group.COST, "Budget", 108, 0, null, "Per day unless it says total"),
    BID(Group.COST, "Bid strategy", 102, 2, null, "How Meta bids, with the goal or cap"),
    CAP(Group.COST, "Spend cap", 84, 0, null, "Most that the campaign may spend in its whole life"),
    SPEND(Group.COST, "Spend", 70, 0, Metric.SPEND, "Money spent in the range"),
    PACING(Group.COST, "Pacing %", 66, 6, null, "Spent ÷ what the budget was to spend, on the days of the range that are over"),
    IMPRESSIONS(Group.COST, "Impr.", 70, 7, Metric.IMPRESSIONS, "How often it was shown"),
    CLICKS(Group.COST, "Clicks", 58, 0, Metric.CLICKS, "Clicks of any kind"),
    LINK_CLICKS(Group.COST, "Link clicks", 70, 0, Metric.LINK_CLICKS, "Clicks that led off Meta or to a form"),
    RESULTS(Group.COST, "Results", 58, 0, Metric.CONVERSIONS, "Leads for lead campaigns, purchases for all others"),
    COST(Group.COST, "Cost/res.", 64, 0, Metric.CPA, "Spend ÷ results"),
    VALUE(Group.COST, "Value", 70, 0, Metric.CONVERSION_VALUE, "Value of the purchases"),
    ROAS(Group.RATES, "ROAS", 50, 0, Metric.ROAS, "Purchase value ÷ spend"),
    CTR(Group.RATES, "CTR %", 52, 3, Metric.CTR_LINK, "Link clicks ÷ impressions"),
    CTR_ALL(Group.RATES, "CTR all %", 66, 0, Metric.CTR_ALL, "All clicks ÷ impressions"),
    CPC(Group.RATES, "CPC", 48, 4, Metric.CPC_LINK, "Spend ÷ link clicks"),
    CPC_ALL(Group.RATES, "CPC all", 56, 0, Metric.CPC_ALL, "Spend ÷ all clicks"),
    CPM(Group.RATES, "CPM", 50, 5, Metric.CPM, "Spend per 1,000 impressions"),
    REACH(Group.PEOPLE, "Reach", 70, 0, Metric.REACH, "People who saw it at least once in the range; does not add up"),
    FREQUENCY(Group.PEOPLE, "Freq.", 54, 0, Metric.FREQUENCY, "Impressions ÷ reach, of the same answer"),
    ENGAGEMENTS(Group.PEOPLE, "Engagements", 92, 0, Metric.ENGAGEMENTS, "Post engagements: whatever was done with the post"),
    REACTIONS(Group.PEOPLE, "Reactions", 76, 0, Metric.REACTIONS, "Reactions to the post"),
    COMMENTS(Group.PEOPLE, "Comments", 80, 0, Metric.COMMENTS, "Comments on the post"),
    SHARES(Group.PEOPLE, "Shares", 60, 0, Metric.SHARES, "Times the post was shared"),
    SAVES(Group.PEOPLE, "Saves", 60, 0, Metric.SAVES, "Times the post was saved"),
    VIEWS(Group.VIDEO, "3-s plays", 70, 0, Metric.VIDEO_VIEWS, "Plays of three seconds, or to the end of a shorter video"),
    HOOK(Group.VIDEO, "Hook %", 58, 0, Metric.HOOK_RATE, "3-second plays ÷ impressions"),
    THRUPLAYS(Group.VIDEO, "ThruPlays", 70, 0, Metric.THRUPLAYS, "Plays of fifteen seconds, or to the end"),
    HOLD(Group.VIDEO, "Hold %", 58, 0, Metric.HOLD_RATE, "ThruPlays ÷ 3-second plays"),
    COST_THRUPLAY(Group.VIDEO, "Cost/Thru", 70, 0, Metric.COST_PER_THRUPLAY, "Spend ÷ ThruPlays"),
    P25(Group.VIDEO, "25 %", 58, 0, Metric.VIDEO_P25, "Plays to a quarter of the video"),
    P50(Group.VIDEO, "50 %", 58, 0, Metric.VIDEO_P50, "Plays to half of the video"),
    P75(Group.VIDEO, "75 %", 58, 0, Metric.VIDEO_P75, "Plays to three quarters of the video"),
    P95(Group.VIDEO, "95 %", 58, 0, Metric.VIDEO_P95, "Plays to 95 % of the video"),
    P100(Group.VIDEO, "100 %", 58, 0, Metric.VIDEO_P100, "Plays to the end of the video"),
    DAYS(Group.RATES, "14 days", 70, 0, null, "Spend of the last 14 days of the range");
    // @formatter:on

    /// The headings of the chooser.
    enum Group {
        PLACE("Name and place"),
        DELIVERY("Delivery"),
        COST("Cost and volume"),
        RATES("Rates"),
        PEOPLE("Reach and engagement"),
        VIDEO("Video");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// Always there: who it is and whether it runs.
    static final List<Column> FIXED = List.of(ON, NAME);

    private final Group group;
    private final String title;
    private final double width;
    private final int drop;
    private final @Nullable Metric metric;
    private final String meaning;

    Column(Group group, String title, double width, int drop, @Nullable Metric metric, String meaning) {
        this.group = group;
        this.title = title;
        this.width = width;
        this.drop = drop;
        this.metric = metric;
        this.meaning = meaning;
    }

    Group group() {
        return group;
    }

    String title() {
        return title;
    }

    double width() {
        return width;
    }

    /// The sentence behind the column head.
    String meaning() {
        return meaning;
    }

    /// Columns with the highest number leave first when the window is narrow; 0 stays.
    int drop() {
        return drop;
    }

    @Nullable
    Metric metric() {
        return metric;
    }

    /// Whether its values are asked for the whole range, and only where somebody looks at them.
    boolean ofRange() {
        return metric != null && metric.ofRange();
    }

    /// Whether a campaign's value depends on its ad sets.
    boolean ofBelow() {
        return this == DELIVERY || this == BUDGET || this == BID || this == PACING;
    }

    boolean figures() {
        return metric != null || this == BUDGET || this == CAP || this == PACING;
    }

    boolean sortable() {
        return this != DAYS;
    }

    /// Whether the first click on its head puts the largest first.
    boolean largestFirst() {
        return figures() || this == START || this == END;
    }
}
