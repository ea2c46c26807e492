package com.bizosaas.adsdesk.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Whether something delivers, and if not, what stands in its way: the status that was set, Meta's effective status, the
/// schedule, the learning stage and the levels above and below, drawn together (graph-api chapter 04, "Statuses").
///
/// The schedule is looked at here because a campaign that has not started still reads ACTIVE.
///
/// @param reason why, in Meta's words where it gives them; empty where the state says it all
/// @param learned results counted in the learning phase, 0 in every other state
public record Delivery(State state, String reason, int learned) {

    /// Results after which Meta ends the learning phase.
    public static final int LEARNING_GOAL = 50;

    /// What a person would call it, with the word that is shown.
    public enum State {
        ACTIVE("Active"), LEARNING("Learning"), LEARNING_LIMITED("Learning limited"), IN_REVIEW("In review"), PROCESSING(
                "Processing"), SCHEDULED("Scheduled"), COMPLETED("Completed"), PAUSED("Paused"), CAMPAIGN_OFF(
                        "Campaign off"), AD_SET_OFF("Ad set off"),
        /// On, but everything one level below is off or missing.
        PARTS_OFF("Nothing on"), REJECTED("Rejected"), ISSUES("Issues"), BILLING("Payment due"), ARCHIVED(
                "Archived"), DELETED("Deleted"),
        /// A draft of this desk that Meta has not seen.
        DRAFTED("Not published"),
        /// A status that Meta added after this release; its text is the reason.
        UNKNOWN("Unknown");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether money can be spent in this state.
        public boolean delivers() {
            return this == ACTIVE || this == LEARNING || this == LEARNING_LIMITED;
        }

        /// Whether a person should look at it.
        public boolean needsLook() {
            return this == REJECTED || this == ISSUES || this == BILLING || this == LEARNING_LIMITED;
        }
    }

    private static final Set<String> OFF = Set.of("PAUSED", "CAMPAIGN_PAUSED", "ADSET_PAUSED", "ARCHIVED", "DELETED");

    /// @param adSets those of this campaign, archived ones included
    public static Delivery of(Campaign campaign, Collection<AdSet> adSets, Instant now) {
        Delivery own = of(campaign, now);
        return own.state == State.ACTIVE ? ofParts(own, adSets, now) : own;
    }

    /// For a campaign whose ad sets are not at hand: where it is active, they may still stand in its way.
    public static Delivery of(Campaign campaign, Instant now) {
        Delivery own = settled(campaign.effectiveStatus(), campaign.issues());
        if (own.state != State.ACTIVE) {
            return own;
        }
        if (campaign.stopTime() != null && !campaign.stopTime().isAfter(now)) {
            return completed();
        }
        return campaign.startTime() != null && campaign.startTime().isAfter(now) ? scheduled() : own;
    }

    public static Delivery of(AdSet adSet, Instant now) {
        Delivery own = settled(adSet.effectiveStatus(), adSet.issues());
        if (own.state != State.ACTIVE) {
            return own;
        }
        if (adSet.endTime() != null && !adSet.endTime().isAfter(now)) {
            return completed();
        }
        if (adSet.startTime() != null && adSet.startTime().isAfter(now)) {
            return scheduled();
        }
        AdSet.Learning learning = adSet.learning();
        if (learning == null) {
            return own;
        }
        return switch (learning.status()) {
            case "LEARNING" -> new Delivery(State.LEARNING, learning.conversions() + " of " + LEARNING_GOAL
                    + " results; costs still move while Meta learns.", learning.conversions());
            case "FAIL" -> new Delivery(State.LEARNING_LIMITED,
                    "Too few results to leave the learning phase: fewer, larger ad sets help.", 0);
            default -> own;
        };
    }

    /// @param adSet the ad set it is in, for the schedule
    public static Delivery of(Ad ad, AdSet adSet, Instant now) {
        Delivery own = of(ad);
        if (own.state != State.ACTIVE) {
            return own;
        }
        State above = of(adSet, now).state;
        return switch (above) {
            case SCHEDULED -> scheduled();
            case COMPLETED -> completed();
            default -> own;
        };
    }

    /// For an ad whose ad set is not at hand.
    public static Delivery of(Ad ad) {
        return settled(ad.effectiveStatus(), ad.issues());
    }

    private static Delivery ofParts(Delivery own, Collection<AdSet> adSets, Instant now) {
        if (adSets.isEmpty()) {
            return new Delivery(State.PARTS_OFF, "There is no ad set in this campaign.", 0);
        }
        List<Delivery> live = adSets.stream().filter(adSet -> !OFF.contains(adSet.effectiveStatus().value()))
                .map(adSet -> of(adSet, now)).toList();
        if (live.isEmpty()) {
            return new Delivery(State.PARTS_OFF, "The campaign is on, but all of its ad sets are off.", 0);
        }
        if (live.stream().anyMatch(part -> part.state == State.ACTIVE)) {
            return own;
        }
        for (State common : List.of(State.SCHEDULED, State.COMPLETED, State.LEARNING, State.LEARNING_LIMITED)) {
            List<Delivery> same = live.stream().filter(part -> part.state == common).toList();
            if (same.size() == live.size()) {
                int learned = same.stream().mapToInt(Delivery::learned).max().orElse(0);
                return new Delivery(common, same.getFirst().reason, learned);
            }
        }
        return own;
    }

    private static Delivery settled(EffectiveStatus status, List<Issue> issues) {
        String reason = issues.isEmpty()
                ? ""
                : issues.stream().sorted((a, b) -> Boolean.compare(b.hard(), a.hard())).findFirst()
                        .map(Delivery::words).orElse("");
        return switch (status.value()) {
            case "ACTIVE" -> new Delivery(issues.stream().anyMatch(Issue::hard) ? State.ISSUES : State.ACTIVE, reason, 0);
            case "PAUSED" -> new Delivery(State.PAUSED, reason, 0);
            case "CAMPAIGN_PAUSED" -> new Delivery(State.CAMPAIGN_OFF, "Its campaign is paused.", 0);
            case "ADSET_PAUSED" -> new Delivery(State.AD_SET_OFF, "Its ad set is paused.", 0);
            case "IN_PROCESS" -> new Delivery(State.PROCESSING, "Meta is still working on the last change.", 0);
            case "WITH_ISSUES" -> new Delivery(State.ISSUES, reason, 0);
            case "PENDING_REVIEW", "PREAPPROVED" -> new Delivery(State.IN_REVIEW, "Meta has not finished its review.", 0);
            case "DISAPPROVED" -> new Delivery(State.REJECTED, reason, 0);
            case "PENDING_BILLING_INFO" -> new Delivery(State.BILLING, "The ad account has no working payment.", 0);
            case "ARCHIVED" -> new Delivery(State.ARCHIVED, "Archived: it keeps its figures and cannot be switched on.", 0);
            case "DRAFTED" -> new Delivery(State.DRAFTED, "New: Meta has it once it was published.", 0);
            case "DELETED" -> new Delivery(State.DELETED, "", 0);
            default -> new Delivery(State.UNKNOWN, "Meta says " + status.value() + ".", 0);
        };
    }

    private static Delivery scheduled() {
        return new Delivery(State.SCHEDULED, "It has not started yet.", 0);
    }

    private static Delivery completed() {
        return new Delivery(State.COMPLETED, "Its schedule has ended.", 0);
    }

    private static String words(Issue issue) {
        if (issue.message().isBlank() || issue.message().equals(issue.summary())) {
            return issue.summary();
        }
        return issue.summary().isBlank() ? issue.message() : issue.summary() + ": " + issue.message();
    }
}
