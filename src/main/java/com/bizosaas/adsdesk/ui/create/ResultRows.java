package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Attribution;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Goals;
import com.bizosaas.adsdesk.draft.Goals.Need;
import com.bizosaas.adsdesk.draft.PromotedObject;
import com.bizosaas.adsdesk.ui.common.AdWords;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What counts as a result of the ad set on the screen: where its ads lead, what is optimised for and billed, what is
/// promoted, and for how long results are counted. Lists hold what goes with the campaign's objective, nothing else.
final class ResultRows {

    /// Standard events that a pixel or an app sends (`AdPromotedObject_custom_event_type`), the usual ones first.
    private static final List<String> EVENTS = List.of("PURCHASE", "LEAD", "COMPLETE_REGISTRATION", "ADD_TO_CART",
            "INITIATED_CHECKOUT", "ADD_PAYMENT_INFO", "ADD_TO_WISHLIST", "CONTENT_VIEW", "SEARCH", "CONTACT",
            "CUSTOMIZE_PRODUCT", "DONATE", "FIND_LOCATION", "SCHEDULE", "START_TRIAL", "SUBMIT_APPLICATION",
            "SUBSCRIBE");

    /// What a line of inputs may take before it goes on below.
    private static final double WIDE = 520;

    private final Step step;
    private final Promotable promotable;
    private final ComboBox<String> destination;
    private final ComboBox<String> goal;
    private final ComboBox<String> billed;
    private final ComboBox<String> pixel;
    private final ComboBox<String> event;
    private final ComboBox<String> page;
    private final TextField app;
    private final TextField store;
    private final ComboBox<String> click;
    private final ComboBox<String> view;
    private final ComboBox<String> engaged;
    private final Label obstacle = Labels.wrapped("", "error-hint");
    private final Node retry;
    private final FieldRow destinationRow;
    private final FieldRow goalRow;
    private final FieldRow billedRow;
    private final FieldRow pixelRow;
    private final FieldRow pageRow;
    private final FieldRow appRow;
    private final FieldRow attributionRow;

    ResultRows(Step step, Promotable promotable) {
        this.step = step;
        this.promotable = promotable;
        destination = Inputs.choice("destination", "Choose", AdWords::destination, this::destination);
        destinationRow = step.row(Level.AD_SET, "Ads lead to", "", destination, destination, Fields.DESTINATION);
        goal = Inputs.choice("goal", "Choose", AdWords::sentence, this::goal);
        goalRow = step.row(Level.AD_SET, "Performance goal", "", goal, goal, Fields.GOAL);
        billed = Inputs.choice("billed", "Choose", AdWords::sentence, this::billed);
        billedRow = step.row(Level.AD_SET, "Billed for", "", billed, billed, Fields.BILLED);
        pixel = Inputs.choice("pixel", "Pixel", id -> promotable.pixels().getOrDefault(id, id),
                id -> promoted(now -> now.withPixel(id)));
        event = Inputs.choice("event", "Event", AdWords::sentence, name -> promoted(now -> now.withEvent(name)));
        retry = Buttons.link("Try again", promotable::read);
        obstacle.managedProperty().bind(obstacle.visibleProperty());
        retry.managedProperty().bind(retry.visibleProperty());
        FlowPane pair = new FlowPane(8, 4, pixel, event);
        pair.setPrefWrapLength(WIDE);
        pixel.setPrefWidth(240);
        event.setPrefWidth(180);
        pixelRow = step.row(Level.AD_SET, "Counts as result", "Pixel and event", new VBox(4, pair, told()), pixel,
                Fields.PROMOTED);
        page = Inputs.choice("page", "Page", id -> promotable.pages().getOrDefault(id, id),
                id -> promoted(now -> now.withPage(id)));
        pageRow = step.row(Level.AD_SET, "Page", "", page, page, Fields.PROMOTED);
        app = Inputs.text("app", "App id, digits only", _ -> app());
        store = Inputs.text("app-store", "https://… where the app is had", _ -> app());
        appRow = step.row(Level.AD_SET, "App", "Id at Meta, and its page in the store", new VBox(6, app, store), app,
                Fields.PROMOTED);
        click = days("attribution-click", List.of("1", "7"));
        view = days("attribution-view", List.of("0", "1"));
        engaged = days("attribution-engaged", List.of("0", "1"));
        FlowPane windows = new FlowPane(12, 4, labelled("Click", click), labelled("View", view),
                labelled("Engaged view", engaged));
        windows.setPrefWrapLength(WIDE);
        attributionRow = step.row(Level.AD_SET, "Attribution", "How long results are counted", windows, click,
                Fields.ATTRIBUTION);
    }

    List<Node> rows() {
        return List.of(destinationRow, goalRow, pixelRow, pageRow, appRow, billedRow, attributionRow);
    }

    private HBox told() {
        HBox line = new HBox(6, obstacle, retry);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(obstacle.visibleProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private ComboBox<String> days(String id, List<String> values) {
        ComboBox<String> days = Inputs.choice(id, "", value -> value.equals("0")
                ? "Not counted"
                : value.equals("1") ? "1 day" : value + " days", _ -> attribution());
        days.getItems().setAll(values);
        return days;
    }

    private static HBox labelled(String words, Node input) {
        HBox box = new HBox(6, Labels.whole(words, "hint"), input);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String objective() {
        return step.plan().campaign().get(Fields.OBJECTIVE);
    }

    private void destination(String value) {
        Part set = step.part(Level.AD_SET);
        if (set != null && !step.isFilling()) {
            step.set(destinationRow, Trees.fitting(objective(), value, set.get(Fields.GOAL), set));
            step.fill();
        }
    }

    private void goal(String value) {
        Part set = step.part(Level.AD_SET);
        if (set != null && !step.isFilling()) {
            step.set(goalRow, Trees.fitting(objective(), set.get(Fields.DESTINATION), value, set));
            step.fill();
        }
    }

    private void billed(String value) {
        step.set(billedRow, Fields.BILLED, value);
    }

    private void promoted(UnaryOperator<PromotedObject> change) {
        Part set = step.part(Level.AD_SET);
        if (set != null && !step.isFilling()) {
            FieldRow row = switch (need(set)) {
                case PAGE -> pageRow;
                case APP -> appRow;
                case PIXEL, NOTHING -> pixelRow;
            };
            step.set(row, Fields.PROMOTED, change.apply(PromotedObject.of(set.get(Fields.PROMOTED))).json());
        }
    }

    private void app() {
        String id = app.getText().strip();
        if (id.matches("[0-9]*")) {
            promoted(now -> now.withApp(id, store.getText().strip()));
        } else {
            step.misread(appRow, Fields.PROMOTED, "“" + id + "” is no app id", "Type its digits only.");
        }
    }

    private void attribution() {
        if (!step.isFilling() && click.getValue() != null && view.getValue() != null && engaged.getValue() != null) {
            step.set(attributionRow, Fields.ATTRIBUTION, new Attribution(Integer.parseInt(click.getValue()),
                    Integer.parseInt(view.getValue()), Integer.parseInt(engaged.getValue())).json());
        }
    }

    private Need need(Part set) {
        return Goals.need(objective(), set.get(Fields.DESTINATION), set.get(Fields.GOAL));
    }

    void load() {
        Part set = step.part(Level.AD_SET);
        if (set == null) {
            return;
        }
        Inputs.offer(destination, Goals.destinations(objective()), set.get(Fields.DESTINATION));
        Inputs.offer(goal, Goals.of(objective(), set.get(Fields.DESTINATION)), set.get(Fields.GOAL));
        Inputs.offer(billed, Goals.billed(set.get(Fields.GOAL)), set.get(Fields.BILLED));
        PromotedObject promoted = PromotedObject.of(set.get(Fields.PROMOTED));
        Inputs.offer(pixel, promotable.pixels().keySet(), promoted.pixel());
        Inputs.offer(event, EVENTS, promoted.event());
        Inputs.offer(page, promotable.pages().keySet(), promoted.page());
        Inputs.show(app, promoted.app());
        Inputs.show(store, promoted.storeUrl());
        Attribution windows = Attribution.of(set.get(Fields.ATTRIBUTION));
        click.setValue(Integer.toString(windows.click()));
        view.setValue(Integer.toString(windows.view()));
        engaged.setValue(Integer.toString(windows.engagedView()));
    }

    void adapt() {
        Part set = step.part(Level.AD_SET);
        boolean asked = set != null && !objective().isEmpty();
        Need need = set == null ? Need.NOTHING : need(set);
        destinationRow.setVisible(asked && !Goals.destinations(objective()).isEmpty());
        goalRow.setVisible(asked);
        billedRow.setVisible(asked && billed.getItems().size() > 1);
        pixelRow.setVisible(asked && need == Need.PIXEL);
        pageRow.setVisible(asked && need == Need.PAGE);
        appRow.setVisible(asked && need == Need.APP);
        attributionRow.setVisible(asked && set != null && Goals.attributes(set.get(Fields.GOAL)));
        obstacle.setText(promotable.obstacle().isEmpty()
                ? ""
                : "Pixels and Pages could not be read: " + promotable.obstacle() + ".");
        obstacle.setVisible(!obstacle.getText().isEmpty());
        retry.setVisible(obstacle.isVisible());
    }
}
