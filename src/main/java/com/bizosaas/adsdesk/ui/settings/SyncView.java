package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Reconciliation;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.CacheUse;
import com.bizosaas.adsdesk.service.SyncService.Server;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.LimitWords;
import com.bizosaas.adsdesk.ui.common.Meter.Tone;
import com.bizosaas.adsdesk.ui.common.Meter;
import com.bizosaas.adsdesk.ui.settings.LimitsViewModel.Limits;
import com.bizosaas.adsdesk.ui.settings.LimitsViewModel.Upcoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Background reading and its lifetimes; usage of Facebook's limits and the next readings of the account in scope.
final class SyncView {

    private static final double AMBER = 80;
    private static final double RED = 95;

    /// One topic's line: when it was read, when it is next.
    private record TopicLine(Label last, Label next) {
    }

    /// A share of one limit.
    private record Share(Meter meter, Label figure) {
    }

    private final Formats formats;
    private final LimitsViewModel limits;
    private final Times times;
    private final Map<Topic, TopicLine> lines = new EnumMap<>(Topic.class);
    private final Label account = Labels.of("", "caption");
    private final Label accountAgain = Labels.of("", "caption");
    private final Label accountOnceMore = Labels.of("", "caption");
    private final Label tenant = Labels.of("", "caption");
    private final Label blocked = Labels.wrapped("", "hint");
    private final Label nothing = Labels.wrapped("Pick a tenant and an ad account to see its usage.", "muted");
    private final VBox usage = new VBox();
    private final VBox topics = new VBox();
    private final Label left = Labels.wrapped("", "t12", "weight-medium");
    private final Label server = Labels.wrapped("", "hint");
    private final VBox caches = new VBox();
    private final VBox upcoming = new VBox();
    private final VBox sums = new VBox();
    private final Label clockwork = Labels.of("", "caption");
    private final RequestTable requests;
    private final Share calls = share();
    private final Share cpu = share();
    private final Share time = share();
    private final VBox view;

    SyncView(LimitsViewModel limits, SettingRows rows, Times times, Formats formats) {
        this.formats = formats;
        this.limits = limits;
        this.times = times;
        List<Node> reading = new ArrayList<>();
        reading.add(rows.onOff(Setting.POLLING, "Reads what is stale by itself. When off, only F5 reads."));
        for (Topic topic : Topic.values()) {
            TextField minutes = new TextField();
            minutes.getStyleClass().add("figures");
            reading.add(rows.text(TypedSetting.minutes(topic), lifetimeHint(topic), minutes, 160));
        }
        VBox reads = new VBox(Cards.card("Reading", reading, Labels.of("Fresh for, minutes", "caption")),
                Cards.card("Kept in memory", List.of(caches), Labels.of("Answered without the disk, since the start",
                        "caption")),
                Cards.card("Do the figures add up", List.of(sums), accountOnceMore));
        blocked.setId("blocked-until");
        left.setId("budget-left");
        server.setId("server-notes");
        requests = new RequestTable(times);
        usage.getChildren().addAll(line("Calls", calls), line("CPU time", cpu), line("Total time", time), left, blocked,
                server);
        usage.getStyleClass().add("usage-lines");
        nothing.getStyleClass().add("setting-words");
        for (Topic topic : Topic.values()) {
            topics.getChildren().add(line(topic));
        }
        VBox right = new VBox(Cards.card("Facebook's limits", List.of(usage, nothing), account),
                Cards.card("Next readings", List.of(topics), accountAgain),
                Cards.card("Next of all tenants", List.of(upcoming), clockwork));
        VBox sent = new VBox(Cards.card("Requests of the last hours", List.of(requests), tenant));
        sent.getStyleClass().add("sent");
        sent.setMaxWidth(1488);
        view = new VBox(new Cards(reads, right), sent);
        view.getStyleClass().add("sync-view");
        limits.limitsProperty().addListener((_, _, now) -> show(now));
        limits.failureProperty().addListener((_, _, now) -> showFailure(now));
        show((Limits) null);
    }

    Node view() {
        return view;
    }

    private static String lifetimeHint(Topic topic) {
        return "Normally " + topic.defaultLifetime().toMinutes() + " minutes";
    }

    private static Share share() {
        Label figure = Labels.whole("", "t12");
        figure.setMinWidth(44);
        figure.setAlignment(Pos.CENTER_RIGHT);
        Meter meter = new Meter(120);
        meter.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(meter, Priority.ALWAYS);
        return new Share(meter, figure);
    }

    private static HBox line(String name, Share share) {
        Label label = Labels.of(name, "t12", "muted");
        label.setMinWidth(84);
        HBox line = new HBox(12, label, share.meter(), share.figure());
        line.getStyleClass().add("usage-line");
        share.figure().setId("usage-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return line;
    }

    private HBox line(Topic topic) {
        Label last = Labels.of("", "hint");
        Label next = Labels.whole("", "t12");
        next.setId("next-" + topic.name());
        Button now = Buttons.icon(Icons.RELOAD, "Read " + TopicWords.title(topic) + " now",
                () -> limits.readNow(topic));
        now.setId("read-" + topic.name());
        now.getStyleClass().add("small");
        VBox words = Labels.lines(Labels.of(TopicWords.title(topic), "t12", "weight-medium"), last);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words, next, now);
        line.getStyleClass().add("topic-line");
        lines.put(topic, new TopicLine(last, next));
        return line;
    }

    private void show(@Nullable Limits now) {
        boolean known = now != null;
        shown(usage, known);
        shown(requests, known);
        shown(caches, known);
        shown(topics, known);
        shown(upcoming, known);
        shown(sums, known);
        shown(nothing, !known);
        String name = now == null ? "" : now.account().name();
        account.setText(name);
        accountAgain.setText(name);
        accountOnceMore.setText(name);
        if (now != null) {
            show(now.usage());
            now.topics().forEach(this::show);
            left.setText(LimitWords.left(now.budget(), times::now));
            showServer(now.server());
            caches.getChildren().setAll(now.caches().stream().map(SyncView::line).toList());
            upcoming.getChildren().setAll(now.upcoming().isEmpty()
                    ? List.of(line("Nothing is planned", "Background reading is off, or no account is connected", ""))
                    : now.upcoming().stream().map(this::line).toList());
            clockwork.setText(now.restarts() == 0 ? "" : "Restarted " + now.restarts() + "\u00d7");
            sums.getChildren().setAll(now.sums().isEmpty()
                    ? List.of(line("Not read yet", "Open the Campaigns tab to read them", ""))
                    : now.sums().stream().map(sum -> line(sum, now.account().currency())).toList());
            tenant.setText(now.tenant().name());
            requests.show(now.requests());
        }
    }

    private void showServer(Server now) {
        List<String> words = new ArrayList<>();
        Duration ahead = now.clockAhead();
        if (!ahead.isZero()) {
            long minutes = Math.max(1, Math.round(ahead.abs().toSeconds() / 60.0));
            words.add("This computer's clock is " + minutes + " min " + (ahead.isNegative() ? "behind" : "ahead of")
                    + " Facebook's. Set it right, or days and times here are wrong.");
        }
        if (!now.servedInstead().isEmpty()) {
            words.add("Facebook answers with " + now.servedInstead()
                    + " in place of the version that is set. Choose a newer one under Facebook app.");
        }
        if (!now.goneFields().isEmpty()) {
            words.add("Facebook no longer knows " + String.join(", ", now.goneFields())
                    + ". It is read without; a newer Ads Desk may know what took its place.");
        }
        server.setText(String.join(" ", words));
        shown(server, !words.isEmpty());
    }

    private HBox line(Upcoming next) {
        return line(TopicWords.title(next.topic()), next.tenant() + " \u00b7 " + next.account(), times.time(next.at()));
    }

    /// What is missing was deleted, or has changed between the two readings.
    private HBox line(Reconciliation sum, AdCurrency currency) {
        String figure = sum.addsUp()
                ? "Adds up"
                : formats.money(new Money(sum.missingSpend(), currency)) + " missing";
        HBox line = line(title(sum.level()),
                formats.money(new Money(sum.accountSpend(), currency)) + " in " + sum.days()
                        + (sum.days() == 1 ? " closed day" : " closed days")
                        + (sum.addsUp() ? "" : ", deleted ones included"),
                figure);
        line.setId("sum-" + sum.level().name());
        return line;
    }

    private static String title(Level level) {
        return switch (level) {
            case ACCOUNT -> "Account";
            case AUDIENCE -> "Audience";
            case CAMPAIGN -> "Campaigns";
            case AD_SET -> "Ad sets";
            case AD -> "Ads";
        };
    }

    private static HBox line(String title, String hint, String figure) {
        VBox words = Labels.lines(Labels.of(title, "t12", "weight-medium"), Labels.of(hint, "hint"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words, Labels.whole(figure, "t12"));
        line.getStyleClass().add("topic-line");
        return line;
    }

    private static HBox line(CacheUse use) {
        long asked = use.hits() + use.misses();
        Label figure = Labels.whole(asked == 0
                ? "not asked yet"
                : Math.round(100.0 * use.hits() / asked) + "% of " + asked, "t12");
        VBox words = Labels.lines(Labels.of(use.name(), "t12", "weight-medium"),
                Labels.of("Read again after " + use.freshFor().toMinutes() + " min, shown meanwhile", "hint"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words, figure);
        line.getStyleClass().add("topic-line");
        return line;
    }

    private void show(Usage now) {
        show(calls, now.calls());
        show(cpu, now.cpu());
        show(time, now.time());
        Instant until = now.blockedUntil();
        blocked.getStyleClass().removeAll("error-hint", "hint");
        blocked.getStyleClass().add(until == null ? "hint" : "error-hint");
        blocked.setText(until == null
                ? "Nothing is held back. The meter turns amber under 20% left and red under 5%."
                : "Facebook takes no more calls until " + times.time(until) + ". Reading goes on by itself then.");
    }

    private static void show(Share share, double used) {
        share.meter().show(used / 100, used > RED ? Tone.DANGER : used > AMBER ? Tone.WARNING : Tone.ACCENT);
        share.figure().setText(Math.round(used) + "%");
    }

    private void show(Topic topic, SyncState state) {
        TopicLine line = lines.get(topic);
        if (line == null) {
            return;
        }
        Instant last = state.lastSuccess();
        Problem problem = state.problem();
        line.last().getStyleClass().removeAll("error-hint", "hint");
        line.last().getStyleClass().add(problem == null ? "hint" : "error-hint");
        line.last().setText(problem != null
                ? problem.title()
                : last == null ? "Never read" : "Read " + times.ago(last) + ", at " + times.time(last));
        Instant next = state.nextRun();
        Duration takes = state.takes();
        String job = takes != null && LimitWords.isLong(takes) ? LimitWords.about(takes) : "";
        line.next().setText((state.running() ? "Reading now" : next == null ? "Not planned" : times.time(next))
                + (job.isEmpty() ? "" : ", " + job));
    }

    private void showFailure(@Nullable Problem problem) {
        nothing.setText(problem == null
                ? "Pick a tenant and an ad account to see its usage."
                : problem.title() + ". " + problem.remedy());
        shown(nothing, problem != null || limits.limitsProperty().get() == null);
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
