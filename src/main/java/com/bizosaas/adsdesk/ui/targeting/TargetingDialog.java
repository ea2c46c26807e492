package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The targeting of one ad set in a dialog, to be drafted. Facebook is asked for it first, so that the draft has a base;
/// offline it starts from what was read before. FX thread only.
public final class TargetingDialog {

    private static final String ADD = "Add to pending changes";
    private static final double WIDTH = 960;
    private static final double HEIGHT = 500;
    private static final double REACH = 264;

    private final DeskContext desk;
    private final DraftService drafts;
    private final Tenant tenant;
    private final AdAccount account;
    private final DraftKey adSet;
    private final String name;
    private final Runnable drafted;
    private boolean warned;

    private TargetingDialog(DeskContext desk, Tenant tenant, AdAccount account, DraftKey adSet, String name,
            Runnable drafted) {
        this.drafted = drafted;
        this.desk = desk;
        this.drafts = desk.services().workbench().drafts();
        this.tenant = tenant;
        this.account = account;
        this.adSet = adSet;
        this.name = name;
    }

    /// What the ad set and its campaign have, drafts included.
    ///
    /// @param stale why Facebook could not be asked, null where it was
    private record Known(Map<String, String> values, Map<String, String> campaign, @Nullable Problem stale) {

        String targeting() {
            return values.getOrDefault(Fields.TARGETING, "");
        }

        List<String> categories() {
            return Targeting.categories(campaign.getOrDefault("special_ad_categories", ""));
        }

        String goal() {
            return values.getOrDefault("optimization_goal", "");
        }

        /// The ad set's own budget, else its campaign's; 0 where it is for a lifetime.
        long dailyBudget() {
            String own = values.getOrDefault(Fields.DAILY, "");
            return FieldValues.amount(FieldValues.isAbsent(own) ? campaign.getOrDefault(Fields.DAILY, "") : own)
                    .orElse(0L);
        }
    }

    /// Opens it for an ad set, new or at Facebook.
    ///
    /// @param name of the ad set
    public static void open(DeskContext desk, Tenant tenant, AdAccount account, DraftKey adSet, String name) {
        open(desk, tenant, account, adSet, name, () -> {
        });
    }

    /// @param drafted called once something was drafted
    public static void open(DeskContext desk, Tenant tenant, AdAccount account, DraftKey adSet, String name,
            Runnable drafted) {
        new TargetingDialog(desk, tenant, account, adSet, name, drafted).read();
    }

    private void read() {
        desk.tasks().call(this::known).onSuccess(this::show)
                .onError(thrown -> desk.notifier().failed(Problems.of(thrown))).start();
    }

    /// @throws DeskException where Facebook cannot be asked and nothing was read before
    private Known known() {
        Problem stale = null;
        if (!adSet.isNew()) {
            try {
                drafts.read(tenant.id(), adSet);
            } catch (DeskException e) {
                stale = e.problem();
            }
        }
        Map<String, String> values = drafts.values(tenant.id(), adSet);
        if (stale != null && !values.containsKey(Fields.TARGETING)) {
            throw new DeskException(stale);
        }
        String parent = values.getOrDefault(Fields.CAMPAIGN, "");
        Map<String, String> campaign = parent.isEmpty()
                ? Map.of()
                : drafts.values(tenant.id(), new DraftKey(adSet.account(), Level.CAMPAIGN, parent));
        return new Known(values, campaign, stale);
    }

    private void show(Known known) {
        TargetingEditor editor = new TargetingEditor(desk, tenant.id(), account.id());
        ReachPanel reach = new ReachPanel(desk);
        reach.setMinWidth(REACH);
        reach.setPrefWidth(REACH);
        reach.setMaxWidth(REACH);
        ScrollPane scroll = new ScrollPane(editor);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox both = new HBox(scroll, reach);
        both.getStyleClass().add("targeting-dialog");
        both.getStylesheets().add(Objects.requireNonNull(TargetingDialog.class.getResource("targeting.css"))
                .toExternalForm());
        both.setPrefHeight(HEIGHT);
        both.setMinHeight(HEIGHT);
        VBox body = new VBox(12);
        Problem stale = known.stale();
        if (stale != null) {
            body.getChildren().add(new Banner(Banner.Tone.NEUTRAL, "Shown as it was last read.",
                    stale.title() + ". What you draft is compared with Facebook before it is published."));
        }
        body.getChildren().add(both);
        DialogForm form = new DialogForm("Targeting of " + Labels.isolated(name), tenant, body, ADD).in(account)
                .width(WIDTH).initialFocus(editor);
        editor.show(known.targeting(), known.categories());
        String before = editor.specProperty().get();
        editor.specProperty().addListener((_, _, now) -> {
            warned = false;
            form.actionProperty().set(ADD);
            form.problemProperty().set(null);
            ask(reach, known, now);
        });
        ask(reach, known, before);
        form.onSubmit(() -> draft(form, editor, before));
        desk.dialogs().show(form);
    }

    private void ask(ReachPanel reach, Known known, String targeting) {
        reach.ask(tenant.id(), account.id(), targeting, known.goal(), known.dailyBudget());
    }

    /// What stands against it is told once; who wants to, drafts it nevertheless, and it is not published like that.
    private void draft(DialogForm form, TargetingEditor editor, String before) {
        String now = editor.specProperty().get();
        List<String> gaps = editor.gaps();
        if (!gaps.isEmpty() && !warned) {
            warned = true;
            form.problemProperty().set(Problem.invalid(Fields.TARGETING, gaps.size() == 1
                    ? "One thing stands against this targeting"
                    : gaps.size() + " things stand against this targeting", String.join("\n", gaps)));
            form.actionProperty().set("Add nevertheless");
            return;
        }
        if (now.equals(before)) {
            form.close();
            return;
        }
        form.busyProperty().set(true);
        desk.tasks().run(() -> drafts.edit(tenant.id(), adSet, Map.of(Fields.TARGETING, now)))
                .onSuccess(_ -> {
                    form.close();
                    drafted.run();
                }).onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                .andFinally(() -> form.busyProperty().set(false)).start();
    }
}
