package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Copies whole campaigns to another account, of this client or another: first where to, then what takes the place of each
/// Page, pixel, audience, image and creative that they use. Nothing is drafted while anything is open.
final class CopyForm {

    private final EditDialogs at;
    private final Chosen chosen;
    private final ComboBox<Tenant> tenant;
    private final ComboBox<AdAccount> account;
    private final TextField names = Inputs.field("copy-names", "{name}", 22);
    private final CheckBox deep = new CheckBox("With everything below");
    private final Label guard = Labels.wrapped("", "check-yellow");
    private final Label told = Labels.wrapped("", "caption");
    private final Label gaps = Labels.wrapped("", "check-red");
    private final ScrollPane mapped = new ScrollPane();
    private final DialogForm form;
    private @Nullable Mapping mapping;
    private @Nullable Tenant wanted;
    private @Nullable AdAccount target;
    private int turn;

    /// What was read about the way from one account to the other.
    private record Way(List<NewObject> copies, Set<Copies.Used> used, Map<String, Map<String, String>> choices) {
    }

    CopyForm(EditDialogs at, Chosen chosen) {
        this.at = at;
        this.chosen = chosen;
        tenant = box("copy-tenant", Tenant::name);
        account = box("copy-account", one -> one.name() + " · " + one.currency().code());
        deep.setSelected(true);
        deep.setId("copy-deep");
        told.setId("copy-told");
        gaps.managedProperty().bind(gaps.textProperty().isNotEmpty());
        mapped.setFitToWidth(true);
        mapped.setPrefHeight(300);
        mapped.setMinHeight(120);
        mapped.setId("copy-mapping");
        guard.managedProperty().bind(guard.textProperty().isNotEmpty());
        VBox body = new VBox(12, guard, Inputs.row(Inputs.labelled("To client", tenant),
                Inputs.labelled("To ad account", account), Inputs.labelled("Names", names)), deep, told, gaps, mapped);
        form = new DialogForm("Copy to another account", chosen.tenant(), body, "Add to pending changes").width(760)
                .initialFocus(account).onSubmit(this::draft);
        form.obstacleProperty().set("Choose the ad account to copy to.");
    }

    /// Says where to in advance, as when rows were pasted there.
    CopyForm to(Tenant there, AdAccount into) {
        wanted = there;
        target = into;
        guard.setText("These rows were copied in " + Labels.isolated(chosen.accounts().getFirst().name()) + " of "
                + Labels.isolated(chosen.tenant().name())
                + ". Nothing of one account is written to another as it stands: "
                + "choose what takes the place of each thing they use.");
        return this;
    }

    void open() {
        if (chosen.keys().stream().anyMatch(key -> key.level() != Level.CAMPAIGN)) {
            told.setText("Whole campaigns are copied to another account: tick campaigns only.");
            form.obstacleProperty().set(told.getText());
            tenant.setDisable(true);
            account.setDisable(true);
        }
        tenant.valueProperty().addListener((_, _, now) -> accountsOf(now));
        account.valueProperty().addListener((_, _, _) -> read());
        deep.selectedProperty().addListener((_, _, _) -> read());
        names.textProperty().addListener((_, _, _) -> check());
        at.dialogs().show(form);
        at.tasks().call(() -> at.tenants().tenants()).onSuccess(found -> {
            tenant.getItems().setAll(found);
            Tenant first = wanted == null ? chosen.tenant() : wanted;
            tenant.setValue(found.stream().filter(one -> one.id().equals(first.id())).findFirst()
                    .orElse(null));
        }).onError(this::stopped).start();
    }

    private void accountsOf(@Nullable Tenant of) {
        account.getItems().clear();
        account.setValue(null);
        if (of != null) {
            Set<AdAccount> own = Set.copyOf(chosen.accounts());
            at.tasks().call(() -> at.connections().accounts(of.id())).onSuccess(found -> {
                account.getItems().setAll(found.stream()
                        .filter(one -> one.canAdvertise() && one.status().connectable())
                        .filter(one -> !of.id().equals(chosen.tenant().id()) || !own.contains(one)).toList());
                AdAccount into = target;
                account.getItems().stream().filter(one -> into != null && one.id().equals(into.id())).findFirst()
                        .ifPresent(account::setValue);
            }).onError(this::stopped).start();
        }
    }

    private void read() {
        int mine = ++turn;
        Tenant to = tenant.getValue();
        AdAccount there = account.getValue();
        mapping = null;
        gaps.setText("");
        mapped.setContent(null);
        if (to == null || there == null) {
            form.obstacleProperty().set("Choose the ad account to copy to.");
            return;
        }
        told.setText("Reading what the campaigns use…");
        form.obstacleProperty().set("Wait until what the campaigns use is read.");
        Duplication plain = new Duplication(deep.isSelected(), NamePattern.of("{name}"), Map.of(), 1);
        List<DraftKey> keys = chosen.keys();
        at.tasks().call(() -> {
            Set<Copies.Used> used = at.drafts().used(chosen.tenant().id(), keys);
            Set<String> kinds = used.stream().map(Copies.Used::kind).collect(Collectors.toSet());
            return new Way(at.drafts().copies(chosen.tenant().id(), keys, plain), used,
                    at.drafts().choices(to.id(), there.id(), kinds));
        }).onSuccess(way -> {
            if (mine == turn) {
                show(way, there);
            }
        }).onError(thrown -> {
            if (mine == turn) {
                stopped(thrown);
            }
        }).start();
    }

    private void show(Way way, AdAccount there) {
        boolean other = chosen.accounts().stream().anyMatch(one -> !one.currency().equals(there.currency()));
        told.setText(CopyWords.counted(way.copies) + " in " + Labels.isolated(there.name()) + ", all paused."
                + (other ? " Budgets and caps are left out, for the currency is another: set them afterwards." : ""));
        Mapping made = new Mapping(way.used, way.choices, false);
        mapping = made;
        made.changesProperty().addListener((_, _, _) -> check());
        mapped.setContent(made);
        check();
    }

    private void check() {
        Mapping now = mapping;
        if (now == null) {
            return;
        }
        String gap = now.gap();
        if (gap.isEmpty()) {
            try {
                NamePattern.of(names.getText());
            } catch (IllegalArgumentException e) {
                gap = "Names: " + e.getMessage();
            }
        }
        gaps.setText(gap);
        form.obstacleProperty().set(gap);
    }

    private void stopped(Throwable thrown) {
        String reason = Previewing.reason(thrown);
        told.setText(reason);
        form.obstacleProperty().set(reason);
    }

    private void draft() {
        Tenant to = tenant.getValue();
        AdAccount there = account.getValue();
        Mapping ready = mapping;
        if (to == null || there == null || ready == null) {
            return;
        }
        Map<String, String> chosenMapping = new LinkedHashMap<>(ready.chosen());
        Duplication how = new Duplication(deep.isSelected(), NamePattern.of(names.getText()), Map.of(), 1);
        form.busyProperty().set(true);
        at.tasks().call(() -> at.drafts().copy(chosen.tenant().id(), chosen.keys(), to.id(), there.id(), chosenMapping,
                how)).onSuccess(made -> {
                    form.close();
                    at.notifier().done(made.size() + " pending changes for " + to.name() + " in " + there.name(), null);
                }).onError(thrown -> {
                    form.busyProperty().set(false);
                    form.problemProperty().set(Problems.of(thrown));
                }).start();
    }

    private static <T> ComboBox<T> box(String id, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(220);
        box.setPromptText("choose…");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        return box;
    }
}
