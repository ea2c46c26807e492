package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.service.LaunchService.Begun;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.OverlayPane;
import com.bizosaas.adsdesk.ui.common.TenantPlate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The wizard as it is seen: head with the name and whose account it is, the steps at the left, the step on the screen, the
/// estimate at the right, and the way on below. FX thread only.
final class WizardPane extends OverlayPane {

    private static final double WIDTH = 1168;
    private static final double HEIGHT = 788;
    /// Below this width the sides give way.
    private static final double FULL = 1080;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String SHEET = Objects.requireNonNull(
            WizardPane.class.getResource("/com/bizosaas/adsdesk/ui/create.css"), "create.css").toExternalForm();

    private final DeskContext desk;
    private final Launching launching;
    private final MixMaker maker;
    private final AdPreview preview;
    private final Plan plan;
    private final Keeper keeper;
    private final boolean fresh;
    private final List<Step> steps = new ArrayList<>();
    private final StepList list;
    private final SidePanel side;
    private final StartFrom startFrom;
    private final GapList gaps;
    private final VBox problem = new VBox();
    private final VBox notice = new VBox();
    private final NameTemplates names;
    private final Button nameThem = Buttons.flat("Use naming", Icons.TAG, this::nameThem);
    private final Button keepTemplate;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox page = new VBox();
    private final TextField name;
    private final Label saved = Labels.whole("", "caption");
    private final Button back = Buttons.secondary("Back", this::back);
    private final Button next = Buttons.withKey(Buttons.primary("", this::next), "Ctrl Enter");
    private final @Nullable TargetingStep targeting;
    private final Button keepTargeting;
    private final ChangeListener<@Nullable Node> visits = (_, _, _) -> visited();
    private Step current;
    private boolean previewing;
    private List<Gap> listed = List.of();

    WizardPane(DeskContext desk, Tenant tenant, AdAccount account, Opening.Tree tree, boolean fresh,
            Launching.Files files) {
        this.desk = desk;
        this.fresh = fresh;
        keeper = new Keeper(tenant.id(), desk.services().workbench().drafts(), desk.tasks(), this::keys);
        plan = new Plan(tenant, account, keeper, tree.campaign());
        tree.adSets().forEach(plan::take);
        tree.ads().forEach(plan::take);
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        Formats formats = new Formats(locale);
        launching = Launching.of(desk, files);
        maker = new MixMaker(plan, desk.clock());
        names = new NameTemplates(plan, desk.clock());
        names.use(tree.profile().naming());
        keepTemplate = Buttons.secondary("Save as template…", Icons.CAMPAIGNS, new Templates(desk, plan)::save);
        Promotable promotable = new Promotable(launching.service(), desk.tasks(), tenant.id(), account.id());
        boolean whole = plan.campaign().fresh() || plan.adSets().stream().anyMatch(Part::fresh);
        if (whole) {
            Step objective = new ObjectiveStep(plan, new AdSetBar(plan), promotable);
            promotable.onRead(objective::fill);
            targeting = new TargetingStep(plan, new AdSetBar(plan), desk);
            steps.addAll(List.of(objective, new BudgetStep(plan, new AdSetBar(plan), formats, locale), targeting));
        } else {
            targeting = null;
        }
        preview = new AdPreview(launching, plan, id -> promotable.pages().getOrDefault(id, ""));
        steps.add(new AdsStep(plan, new AdSetBar(plan), launching, promotable, maker, tree.profile(), this::previewed));
        steps.add(new CheckStep(plan, keeper, this::lead));
        list = new StepList(steps, this::go);
        side = new SidePanel(desk, plan);
        startFrom = new StartFrom(desk, plan, begun -> takeOver(begun, true),
                copy -> takeOver(new Begun(copy, List.of()), false), this::useTargeting);
        gaps = new GapList(plan, this::lead);
        name = Inputs.text("wizard-name", "Name of the campaign", this::named);
        keepTargeting = Buttons.secondary("Save targeting…", Icons.TAG, this::keepTargeting);
        getStyleClass().addAll("desk-dialog", "wizard");
        getStylesheets().add(SHEET);
        setId("create-wizard");
        setAccessibleText(title());
        setMaxSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(0, 0);
        current = steps.getFirst();
        if (!fresh) {
            steps.stream().map(Step::id).filter(id -> id != StepId.CHECK).forEach(plan::leave);
        }
        build();
        keeper.onNews(this::stored, this::refused, plan::reviewed);
        plan.changesProperty().addListener((_, _, _) -> refresh());
        plan.adSetProperty().addListener((_, _, _) -> current.fill());
        plan.adProperty().addListener((_, _, _) -> current.fill());
        show(current);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener(visits);
            }
        });
        promotable.read();
        keeper.review();
    }

    /// The new ads in place of the estimate, while they are worked on.
    private void previewed(List<NewCreative> ads) {
        previewing = !ads.isEmpty();
        preview.show(ads);
        side.instead(previewing && current.id() == StepId.ADS ? preview : null);
    }

    private Set<DraftKey> keys() {
        return plan.keys();
    }

    private void visited() {
        keeper.visited();
    }

    private String title() {
        return plan.campaign().fresh()
                ? "New campaign"
                : plan.adSets().stream().anyMatch(Part::fresh) ? "New ad set" : "New ad";
    }

    private void build() {
        name.setPrefWidth(336);
        name.setMinWidth(120);
        Inputs.show(name, plan.campaign().name());
        HBox head = new HBox(12, Labels.whole(title(), "dialog-title"));
        head.getStyleClass().add("dialog-head");
        if (plan.campaign().fresh()) {
            nameThem.setId("use-naming");
            nameThem.getStyleClass().add("small");
            nameThem.setVisible(false);
            nameThem.managedProperty().bind(nameThem.visibleProperty());
            head.getChildren().addAll(name, nameThem);
        } else {
            head.getChildren().add(Labels.of("in " + Labels.isolated(above()), "muted"));
        }
        Button close = Buttons.icon(Icons.CLOSE, "Close, the draft is kept", this::close);
        close.getStyleClass().add("small");
        head.getChildren().addAll(saved, Labels.gap(), TenantPlate.of(plan.tenant(), plan.account()), close);
        setTop(head);
        VBox left = new VBox(list, vgap());
        left.getStyleClass().add("wizard-left");
        if (plan.campaign().fresh()) {
            left.getChildren().add(startFrom);
        }
        setLeft(left);
        widthProperty().addListener((_, _, now) -> pseudoClassStateChanged(NARROW, now.doubleValue() < FULL));
        page.getStyleClass().add("wizard-page");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setRight(side);
        Button discard = Buttons.flat("Discard draft", null, this::discard);
        discard.setId("discard-draft");
        back.setId("wizard-back");
        next.setId("wizard-next");
        keepTargeting.setId("save-targeting");
        keepTemplate.setId("save-template");
        keepTemplate.managedProperty().bind(keepTemplate.visibleProperty());
        for (Button button : List.of(discard, back, next, keepTargeting, keepTemplate)) {
            button.getStyleClass().add("large");
        }
        keepTargeting.managedProperty().bind(keepTargeting.visibleProperty());
        HBox foot = new HBox(discard, Labels.gap(), keepTargeting, keepTemplate, back, next);
        foot.getStyleClass().add("dialog-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        setBottom(foot);
    }

    private String above() {
        Part set = plan.adSet();
        return set != null && !set.fresh() ? set.name() : plan.campaign().name();
    }

    private static VBox vgap() {
        VBox gap = new VBox();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void named(String text) {
        if (plan.campaign().fresh()) {
            plan.set(plan.campaign(), Fields.NAME, text);
        }
    }

    private void show(Step step) {
        current = step;
        gaps.hide();
        listed = List.of();
        page.getChildren().setAll(problem, notice, gaps, step);
        scroll.setVvalue(0);
        step.shown();
        int at = steps.indexOf(step);
        back.setDisable(at == 0);
        next.setText(at == steps.size() - 1 ? "Add to pending changes" : "Next: " + steps.get(at + 1).id().label());
        keepTargeting.setVisible(step.id() == StepId.TARGETING);
        keepTemplate.setVisible(step.id() == StepId.CHECK && plan.campaign().fresh());
        refresh();
    }

    private void refresh() {
        nameThem.setVisible(names.isThere());
        if (nameThem.isVisible()) {
            nameThem.setAccessibleText("Name it by the client's naming: " + names.preview());
        }
        current.refresh();
        list.show(plan, steps, current.id());
        side.instead(previewing && current.id() == StepId.ADS ? preview : null);
        side.show();
        if (gaps.isVisible()) {
            List<Gap> before = listed;
            listed = plan.stops().stream()
                    .filter(gap -> before.stream().anyMatch(one -> one.isAt(gap.key(), gap.field()))).toList();
            gaps.show(listed);
        }
    }

    /// Goes to a step; what is missing in the one that is left is marked.
    private void go(StepId id) {
        steps.stream().filter(step -> step.id() == id).findFirst().filter(step -> !step.equals(current))
                .ifPresent(step -> {
                    plan.leave(current.id());
                    show(step);
                });
    }

    /// Goes to a step and into its first field, which takes keys at once.
    private void begin(StepId id) {
        go(id);
        page.applyCss();
        current.begin();
    }

    private void back() {
        int at = steps.indexOf(current);
        if (at > 0) {
            begin(steps.get(at - 1).id());
        }
    }

    /// On to the next step, once what was typed is stored and looked at; with gaps, to the first of them.
    void next() {
        Step at = current;
        keeper.whenStored(() -> {
            if (!at.equals(current)) {
                return;
            }
            plan.leave(at.id());
            boolean last = at.equals(steps.getLast());
            List<Gap> missing = last
                    ? plan.stops()
                    : plan.stops().stream().filter(gap -> gap.step() == at.id()).toList();
            if (!missing.isEmpty()) {
                lead(missing.getFirst());
                listed = missing;
                gaps.show(missing);
            } else if (last) {
                close();
            } else {
                begin(steps.get(steps.indexOf(at) + 1).id());
            }
        });
    }

    /// Leads to the field where a gap is mended.
    private void lead(Gap gap) {
        go(gap.step());
        plan.fresh().stream().filter(part -> part.key().equals(gap.key()) && part.level() != Level.CAMPAIGN)
                .findFirst().ifPresent(plan::choose);
        if (gap.key().level() == Level.CAMPAIGN && gap.field().equals(Fields.NAME)) {
            name.requestFocus();
        } else {
            current.focus(gap);
        }
    }

    private void stored() {
        problem.getChildren().clear();
        saved.setText("Draft saved " + TIME.format(desk.clock().instant().atZone(ZoneId.systemDefault())));
    }

    private void refused(Problem why) {
        saved.setText("Not saved");
        problem.getChildren().setAll(Banner.of(why, this::storeAgain));
    }

    private void storeAgain() {
        plan.fresh().forEach(part -> keeper.edit(part.key(), part.values()));
    }

    private void discard() {
        int count = plan.fresh().size();
        desk.dialogs().ask(Dialogs.Question.plain(plan.tenant(), "Discard this draft?",
                "“" + Labels.isolated(plan.fresh().getFirst().name().isBlank()
                        ? title()
                        : plan.fresh().getFirst().name()) + "” goes from the pending changes"
                        + (count > 1 ? ", with " + (count - 1) + " below it" : "")
                        + ". Undo in the table brings it back.",
                "Discard draft").in(plan.account()), () -> discarded(this::close));
    }

    private void discarded(Runnable then) {
        keeper.discard(plan.campaign().fresh()
                ? List.of(plan.campaign().key())
                : plan.fresh().stream().map(Part::key).toList(), then);
    }

    /// Another tree takes the place of this one.
    private void takeOver(Begun from, boolean named) {
        discarded(() -> {
            close();
            new CreateWizard(desk, launching.files()).begun(plan.tenant(), plan.account(), from, named);
        });
    }

    /// What it began from left something out, which has to be chosen anew.
    ///
    /// @param named whether the client's naming is used at once
    void begun(Begun from, boolean named) {
        if (named) {
            nameThem();
        }
        if (!from.left().isEmpty()) {
            Banner banner = new Banner(Banner.Tone.WARNING, "Some of it belongs to another ad account.",
                    "Left out, choose anew: " + String.join(", ", from.left()) + ".");
            banner.setId("left-out");
            banner.addAction(Buttons.flat("Understood", null, () -> notice.getChildren().clear()));
            notice.getChildren().setAll(banner);
        }
    }

    private void nameThem() {
        names.apply();
        Inputs.show(name, plan.campaign().name());
    }

    private void useTargeting() {
        if (targeting != null) {
            go(StepId.TARGETING);
            targeting.useSaved();
        }
    }

    private void keepTargeting() {
        if (targeting != null) {
            targeting.save();
        }
    }

    @Override
    protected void focusFirst() {
        if (plan.campaign().fresh() && plan.campaign().name().isEmpty()) {
            name.requestFocus();
        } else {
            next.requestFocus();
        }
    }

    /// Esc closes and keeps the draft, Ctrl+Enter goes on, wherever the focus is.
    @Override
    protected void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            next();
            event.consume();
        }
    }

    /// One that was just made and never touched leaves nothing behind.
    @Override
    protected void gone() {
        if (getScene() != null) {
            getScene().focusOwnerProperty().removeListener(visits);
        }
        preview.close();
        if (fresh && !plan.touched()) {
            discarded(() -> {
            });
        }
    }
}
