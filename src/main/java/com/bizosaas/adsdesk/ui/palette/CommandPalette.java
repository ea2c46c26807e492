package com.bizosaas.adsdesk.ui.palette;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.Avatar;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.palette.Hit.Group;
import com.bizosaas.adsdesk.ui.palette.HitCell.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One field for everything: actions on what is in focus first, then campaigns of all tenants, views and settings, accounts
/// and tenants (design, mock-up 12). It searches off the FX thread and is used by keyboard alone. FX thread only.
public final class CommandPalette extends StackPane {

    private static final int REMEMBERED = 20;
    private static final double LINE = 34;
    private static final double HEIGHT = 356;

    /// Leads the window to what was found.
    public interface Opener {

        void tenant(Tenant tenant);

        /// @param object the id of what is to be shown in the Campaigns tab, empty for the account as it is
        void account(Tenant tenant, AdAccountId account, String object);
    }

    /// What can be done at this moment.
    ///
    /// @param here on what is in focus, and in the tab in view
    /// @param places views and sections
    /// @param everywhere the window's own
    public record Offer(List<DeskAction> here, List<DeskAction> places, List<DeskAction> everywhere) {
    }

    /// Where the ids of what was used are kept between two runs, in one text.
    public record Memory(Supplier<String> read, Consumer<String> write) {
    }

    private final DeskContext context;
    private final Catalogue catalogue;
    private final Supplier<Offer> offer;
    private final Memory memory;
    private final TextField field = new TextField();
    private final HBox chip = new HBox(6);
    private final ListView<Line> list = new ListView<>();
    private final Label nothing = Labels.wrapped("", "caption");
    private final List<Hit> actions = new ArrayList<>();
    private List<Hit> tenants = List.of();
    private List<Hit> objects = List.of();
    private List<String> recent = List.of();
    private Fuzzy words = Fuzzy.of("");
    private boolean everyone;
    private boolean reading;
    private @Nullable Node focusBefore;
    private final List<TaskRunner.Running> running = new ArrayList<>();
    private TaskRunner.@Nullable Running search;

    public CommandPalette(DeskContext context, Formats formats, Opener opener, Supplier<Offer> offer, Memory memory) {
        this.context = context;
        this.catalogue = new Catalogue(context.services(), formats, opener);
        this.offer = offer;
        this.memory = memory;
        getStyleClass().addAll("scrim", "palette-layer");
        setVisible(false);
        getChildren().add(box());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.textProperty().addListener((_, _, _) -> find());
    }

    private VBox box() {
        field.setId("palette-field");
        field.setPromptText("Do, open or find anything");
        field.setAccessibleText("Command");
        HBox.setHgrow(field, Priority.ALWAYS);
        chip.getStyleClass().add("tenant-plate");
        chip.setId("palette-chip");
        HBox head = new HBox(10, Icons.SEARCH.node("i16"), field, chip, Labels.keyCap("Tab"));
        head.getStyleClass().add("palette-head");
        list.setId("palette-list");
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new HitCell(() -> words, this::run));
        list.setPlaceholder(nothing);
        list.setPrefHeight(HEIGHT);
        HBox foot = new HBox(6, Labels.keyCap("↑"), Labels.keyCap("↓"), Labels.whole("choose", "caption"),
                Labels.keyCap("Enter"), Labels.whole("run", "caption"), Labels.keyCap("Tab"),
                Labels.whole("all tenants or one", "caption"), Labels.gap(),
                Labels.whole("@ tenant   # campaign   > action", "caption"));
        foot.getStyleClass().add("palette-foot");
        VBox box = new VBox(head, list, foot);
        box.getStyleClass().add("palette");
        box.setMaxSize(680, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        return box;
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void open() {
        if (isOpen()) {
            field.selectAll();
            return;
        }
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        recent = Arrays.stream(memory.read().get().split("\n")).filter(id -> !id.isEmpty()).toList();
        actions.clear();
        Offer now = offer.get();
        now.here().forEach(action -> actions.add(Hit.of(Group.HERE, action)));
        now.places().forEach(action -> actions.add(Hit.of(Group.PLACES, action)));
        now.everywhere().forEach(action -> actions.add(Hit.of(Group.ACTIONS, action)));
        everyone = context.scope().scope() == null;
        showChip();
        field.clear();
        setVisible(true);
        Scope scope = context.scope().scope();
        reading = true;
        running.add(context.tasks().call(catalogue::tenants).onSuccess(found -> {
            tenants = found;
            find();
        }).onError(this::failed).start());
        running.add(context.tasks().call(() -> catalogue.objects(scope)).onSuccess(found -> {
            objects = found;
            reading = false;
            find();
        }).onError(this::failed).start());
        find();
        applyCss();
        field.requestFocus();
    }

    private void failed(Throwable thrown) {
        reading = false;
        nothing.setText(Problems.of(thrown).title());
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        running.forEach(TaskRunner.Running::cancel);
        running.clear();
        setVisible(false);
        if (search != null) {
            search.cancel();
            search = null;
        }
        // Names of clients are not kept in memory for nothing.
        tenants = List.of();
        objects = List.of();
        actions.clear();
        list.getItems().clear();
        if (focusBefore != null && focusBefore.getScene() != null) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    private void showChip() {
        Scope scope = context.scope().scope();
        chip.getChildren().clear();
        if (everyone || scope == null) {
            chip.getChildren().addAll(Icons.GRID.node("i12"), Labels.whole("All tenants"));
        } else {
            chip.getChildren().addAll(Avatar.of(scope.tenant(), Avatar.Size.TINY),
                    Labels.of(Labels.isolated(scope.tenant().name())));
        }
    }

    private void find() {
        if (search != null) {
            search.cancel();
            search = null;
        }
        if (!isOpen()) {
            return;
        }
        Question question = Question.of(field.getText());
        List<Hit> all = new ArrayList<>(actions.size() + tenants.size() + objects.size());
        all.addAll(actions);
        all.addAll(tenants);
        all.addAll(objects);
        Scope scope = context.scope().scope();
        Predicate<Hit> within = everyone || scope == null
                ? _ -> true
                : hit -> hit.group() != Group.OBJECTS || hit.tenant() == null
                        || hit.tenant().id().equals(scope.tenant().id());
        List<String> used = recent;
        search = context.tasks().call(() -> Finder.find(all, question, used, within))
                .onSuccess(hits -> show(question, hits)).onError(this::failed).start();
    }

    private void show(Question question, List<Hit> hits) {
        words = question.words();
        List<Line> lines = new ArrayList<>();
        Group group = null;
        for (Hit hit : hits) {
            if (hit.group() != group) {
                group = hit.group();
                lines.add(new Line(group, null));
            }
            lines.add(new Line(group, hit));
        }
        list.getItems().setAll(lines);
        nothing.setText(reading
                ? "Reading the campaigns…"
                : "Nothing matches" + (everyone
                        ? "."
                        : " in this tenant. Tab looks into all of them."));
        list.getSelectionModel().select(lines.isEmpty() ? -1 : 1);
        list.scrollTo(0);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> step(1);
            case UP -> step(-1);
            case PAGE_DOWN -> step(8);
            case PAGE_UP -> step(-8);
            case TAB -> {
                everyone = !everyone && context.scope().scope() != null || context.scope().scope() == null;
                showChip();
                find();
            }
            case ENTER -> {
                Line line = list.getSelectionModel().getSelectedItem();
                if (line != null && line.hit() != null) {
                    run(line.hit());
                }
            }
            case K -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                close();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Titles are passed over.
    private void step(int by) {
        List<Line> lines = list.getItems();
        if (lines.isEmpty()) {
            return;
        }
        int wanted = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 1, lines.size() - 1);
        if (lines.get(wanted).hit() == null) {
            wanted = Math.clamp(wanted + Integer.signum(by), 1, lines.size() - 1);
        }
        list.getSelectionModel().select(wanted);
        list.scrollTo(Math.max(0, wanted - 6));
    }

    private void run(Hit hit) {
        if (!hit.obstacle().isEmpty()) {
            return;
        }
        List<String> used = new ArrayList<>(List.of(hit.id()));
        recent.stream().filter(id -> !id.equals(hit.id())).limit(REMEMBERED - 1L).forEach(used::add);
        memory.write().accept(String.join("\n", used));
        close();
        hit.run().run();
    }
}
