package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import com.bizosaas.adsdesk.draft.Made;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.PublishService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.FirstWrite;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.targeting.TargetingDialog;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything that would be written for one tenant, before it is: old → new by account and object, what it costs, and what
/// the checks say, problems first. Nothing here writes but *Publish*. FX thread only.
public final class ReviewPane extends VBox {

    /// What can be looked at alone.
    enum Kind {
        ALL("All"), BUDGET("Budget"), STATUS("Status"), OTHER("Other"), TO_LOOK_AT("To look at");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        boolean takes(Review.Item item) {
            boolean budget = has(item, Fields.DAILY) || has(item, Fields.LIFETIME);
            boolean status = has(item, Fields.STATUS);
            return switch (this) {
                case ALL -> true;
                case BUDGET -> budget;
                case STATUS -> status;
                case OTHER -> !budget && !status;
                case TO_LOOK_AT -> item.severity() != Severity.GREEN || item.conflicts();
            };
        }

        private static boolean has(Review.Item item, String field) {
            return item.rows().stream().anyMatch(row -> row.field().name().equals(field));
        }
    }

    /// What is done about conflicts that nobody decided.
    enum Undecided {
        DECIDE("Decide each", Conflict.Policy.ASK),
        LEAVE("Leave behind", Conflict.Policy.ASK),
        KEEP("Keep yours", Conflict.Policy.KEEP_MINE),
        TAKE("Take Meta's", Conflict.Policy.TAKE_THEIRS);

        private final String label;
        private final Conflict.Policy policy;

        Undecided(String label, Conflict.Policy policy) {
            this.label = label;
            this.policy = policy;
        }
    }

    private static final double HEIGHT = 480;
    private static final double LOWEST = 160;
    private static final int LONGEST_REASON = 400;

    /// By so much it may take longer because Facebook was asked first, without anybody having said so. On a limited app the
    /// questions use up what the writes need.
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    private final DeskContext desk;
    private final Tenant tenant;
    private final DraftService drafts;
    private final PublishService publishing;
    private final Permits permits;
    private final FirstWrite first;
    private final TaskRunner tasks;
    private final HBox summary = new HBox();
    private final Label told = Labels.of("", "caption");
    private final Button ask = Buttons.flat("Ask Facebook", null, this::askFacebook);
    private final SegmentedControl<Kind> kinds;
    private final SegmentedControl<Undecided> undecided;
    private final HBox conflicts;
    private final TextField reason = new TextField();
    private final ListView<Review.Item> items = new ListView<>();
    private final Set<DraftKey> left = new HashSet<>();
    private final DialogForm form;
    private final Formats formats;
    private Map<DraftKey, Comment> comments = Map.of();
    private Review review;
    private @Nullable Duration takes;
    private boolean busy;

    private ReviewPane(DeskContext desk, Tenant tenant, Review review, FirstWrite first, Formats formats) {
        this.desk = desk;
        this.tenant = tenant;
        this.review = review;
        this.drafts = desk.services().workbench().drafts();
        this.publishing = desk.services().workbench().publishing();
        this.permits = desk.permits();
        this.first = first;
        this.tasks = desk.tasks();
        this.formats = formats;
        Map<Kind, String> names = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            names.put(kind, kind.label);
        }
        kinds = new SegmentedControl<>(names, Kind.ALL);
        kinds.valueProperty().addListener((_, _, _) -> fill());
        Map<Undecided, String> choices = new LinkedHashMap<>();
        for (Undecided choice : Undecided.values()) {
            choices.put(choice, choice.label);
        }
        undecided = new SegmentedControl<>(choices, Undecided.DECIDE);
        undecided.setId("review-undecided");
        undecided.valueProperty().addListener((_, _, _) -> fill());
        conflicts = new HBox(8, Labels.whole("Conflicts", "caption"), undecided);
        conflicts.setAlignment(Pos.CENTER_LEFT);
        conflicts.managedProperty().bind(conflicts.visibleProperty());
        getStyleClass().add("review");
        summary.getStyleClass().add("review-summary");
        items.setId("review-items");
        items.getStyleClass().add("review-items");
        items.setCellFactory(_ -> new ReviewCell(this, formats));
        items.setPrefHeight(HEIGHT);
        items.setMinHeight(LOWEST);
        items.setFocusTraversable(false);
        VBox.setVgrow(items, Priority.ALWAYS);
        HBox bar = new HBox(12, kinds, conflicts, Labels.gap(), told, ask);
        told.setMinWidth(Region.USE_PREF_SIZE);
        ask.managedProperty().bind(ask.visibleProperty());
        ask.setVisible(false);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-bar");
        reason.setId("review-reason");
        reason.setPromptText("Why? For the list of published changes and the audit log");
        reason.setAccessibleText("Reason, if you like");
        reason.textProperty().addListener((_, _, _) -> fill());
        getChildren().addAll(summary, bar, ReviewCell.head(), items, reason);
        VBox.setMargin(reason, new Insets(8, 0, 0, 0));
        form = new DialogForm("Review changes", tenant, this, "Publish").width(1040).givingWay()
                .dismissal("Keep as drafts")
                .in(places(review))
                .onSubmit(this::ask);
        fill();
    }

    /// Opens the review and asks Facebook for its word meanwhile.
    static ReviewPane open(DeskContext desk, Tenant tenant, Review review, FirstWrite first, Formats formats) {
        ReviewPane pane = new ReviewPane(desk, tenant, review, first, formats);
        desk.dialogs().show(pane.form);
        pane.readComments();
        pane.begin();
        return pane;
    }

    private void readComments() {
        tasks.call(() -> desk.services().workbench().comments().comments(tenant.id())).onSuccess(read -> {
            comments = read;
            if (!read.isEmpty()) {
                items.refresh();
            }
        }).onError(Problems::of).start();
    }

    Optional<Comment> comment(DraftKey key) {
        return Optional.ofNullable(comments.get(key));
    }

    /// Facebook is asked at once where that holds up nothing; else the operator says.
    private void begin() {
        told.setText("Checked on this computer.");
        String role = permits.reason(DraftService.class, "check");
        tasks.call(() -> publishing.estimate(tenant.id(), selected())).onSuccess(estimate -> {
            show(estimate);
            if (role.isEmpty() && estimate.asking().compareTo(AT_ONCE) <= 0) {
                askFacebook();
            }
        }).onError(thrown -> told.setText("Checked on this computer only: " + Problems.of(thrown).title())).start();
    }

    private void askFacebook() {
        ask.setVisible(false);
        told.setText("Asking Facebook about each change…");
        tasks.call(() -> {
            drafts.compare(tenant.id());
            return drafts.check(tenant.id(), selected());
        }).onSuccess(fresh -> {
            review = fresh;
            fill();
            estimate();
        }).onError(thrown -> {
            told.setText("Facebook could not be asked: " + Problems.of(thrown).title()
                    + ". Checked on this computer only.");
            ask.setVisible(true);
        }).start();
    }

    private void estimate() {
        tasks.call(() -> publishing.estimate(tenant.id(), selected())).onSuccess(this::show).onError(Problems::of)
                .start();
    }

    private void show(PublishService.Estimate estimate) {
        boolean asked = estimate.asking().isZero();
        ask.setVisible(!asked && permits.reason(DraftService.class, "check").isEmpty());
        ask.setText(estimate.asking().compareTo(AT_ONCE) <= 0
                ? "Ask Facebook"
                : "Ask Facebook, " + Durations.about(estimate.asking()) + " more");
        told.setText(asked ? "Checked by Facebook." : "Not asked yet.");
        takes = estimate.takes();
        fill();
    }

    private @Nullable Set<DraftKey> selected() {
        if (left.isEmpty()) {
            return null;
        }
        return review.items().stream().map(Review.Item::key).filter(key -> !left.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A control that changes drafts, grey for whoever may not.
    Node changing(Node control) {
        return permits.needs(control, DraftService.class, "edit");
    }

    boolean isSelected(DraftKey key) {
        return !left.contains(key);
    }

    /// Leaves a change for later, or takes it in again.
    void select(DraftKey key, boolean on) {
        if (on) {
            left.remove(key);
        } else {
            left.add(key);
        }
        again();
    }

    AdAccount account(Review.Item item) {
        return review.accounts().stream().filter(part -> part.items().contains(item)).findFirst()
                .orElse(review.accounts().getFirst()).account();
    }

    ConflictChoice.Deciding deciding(Review.Item item, Review.Row row) {
        DraftKey key = item.key();
        String field = row.field().name();
        AdAccount account = account(item);
        return new ConflictChoice.Deciding() {
            @Override
            public void decide(Conflict.Decision decision) {
                act(() -> drafts.decide(tenant.id(), key, field, decision));
            }

            @Override
            public void decide(String value) {
                act(() -> drafts.decide(tenant.id(), key, field, value));
            }

            @Override
            public void edit() {
                TargetingDialog.open(desk, tenant, account, key, item.name(), ReviewPane.this::again);
            }
        };
    }

    void repair(DraftKey key, Map<String, String> values) {
        act(() -> drafts.edit(tenant.id(), key, values));
    }

    void discard(DraftKey key) {
        act(() -> drafts.discard(tenant.id(), List.of(key)));
    }

    private void act(Runnable work) {
        tasks.run(work).onSuccess(_ -> again())
                .onError(thrown -> form.problemProperty().set(Problems.of(thrown))).start();
    }

    private void again() {
        if (busy) {
            return;
        }
        busy = true;
        Set<DraftKey> wanted = selected();
        tasks.call(() -> drafts.review(tenant.id(), wanted)).onSuccess(fresh -> {
            review = fresh;
            fill();
            estimate();
        }).onError(thrown -> form.problemProperty().set(Problems.of(thrown))).andFinally(() -> {
            busy = false;
            if (!java.util.Objects.equals(wanted, selected())) {
                again();
            }
        }).start();
    }

    private void fill() {
        List<Review.Item> all = review.items();
        for (Kind kind : Kind.values()) {
            long count = all.stream().filter(kind::takes).count();
            kinds.offer(kind, kind.label + " " + count, kind == Kind.ALL || count > 0);
        }
        Kind kind = kinds.getValue();
        items.getItems().setAll(all.stream().filter(kind::takes)
                .sorted(Comparator.comparing((Review.Item item) -> !item.conflicts())
                        .thenComparing(Comparator.comparing(Review.Item::severity).reversed()))
                .toList());
        summary.getChildren().setAll(
                review.impacts().stream().filter(impact -> impact.perDay().amount().signum() != 0).limit(3)
                        .map(impact -> new ReviewImpact(impact, formats)).toList());
        int toLook = (int) all.stream().filter(Kind.TO_LOOK_AT::takes).count();
        summary.getChildren().add(ReviewImpact.box("To look at", Integer.toString(toLook),
                toLook == 0 ? "nothing to mend" : "problems come first"));
        summary.getChildren().add(ReviewImpact.box("Meta calls", Integer.toString(review.writes()),
                (Made.by(review).isEmpty() ? "" : "make " + Made.by(review) + ", ")
                        + (takes == null ? "when published" : "about " + Durations.about(takes))));
        long open = all.stream().filter(item -> item.conflicts() && !left.contains(item.key())).count();
        conflicts.setVisible(open > 0);
        int ready = going().size();
        form.actionProperty().set(ready == 1 ? "Publish 1 change" : "Publish " + ready + " changes");
        String role = permits.reason(PublishService.class, "publish");
        form.obstacleProperty().set(!role.isEmpty()
                ? role
                : reason.getText().strip().length() > LONGEST_REASON
                        ? "The reason is too long. Use " + LONGEST_REASON + " characters or fewer."
                        : open > 0 && undecided.getValue() == Undecided.DECIDE
                                ? (open == 1 ? "1 change is" : open + " changes are")
                                        + " in conflict: decide, or say above what is done about all of them."
                                : ready == 0 ? "Nothing that is ticked can be published as it is." : "");
        if (all.isEmpty()) {
            form.close();
        }
    }

    /// What *Publish* sends: what passes the checks, and conflicts where it is said what is done about them.
    private Set<DraftKey> going() {
        boolean decided = undecided.getValue().policy != Conflict.Policy.ASK;
        return review.items().stream().filter(item -> !left.contains(item.key()))
                .filter(item -> item.conflicts()
                        ? decided && item.findings().stream().allMatch(finding -> finding.severity() != Severity.RED
                                || finding.code().equals("conflict"))
                        : item.publishable())
                .map(Review.Item::key).collect(Collectors.toUnmodifiableSet());
    }

    /// The first time a day, the operator is asked whether this is the right client.
    private void ask() {
        form.busyProperty().set(true);
        first.before(tenant, places(review), this::publish, () -> form.busyProperty().set(false));
    }

    /// The ad accounts that are written to.
    static List<String> places(Review review) {
        return review.accounts().stream().map(part -> Labels.place(part.account())).toList();
    }

    private void publish() {
        form.busyProperty().set(true);
        Set<DraftKey> chosen = going();
        Conflict.Policy policy = undecided.getValue().policy;
        String why = reason.getText();
        tasks.call(() -> publishing.publish(tenant.id(), chosen, policy, "", why)).onSuccess(_ -> form.close())
                .onError(this::failed).start();
    }

    private void failed(Throwable thrown) {
        form.busyProperty().set(false);
        form.problemProperty().set(Problems.of(thrown));
    }
}
