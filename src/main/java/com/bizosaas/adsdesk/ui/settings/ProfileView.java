package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.profile.Operation;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The profile of the client that is looked at: colour, owner, targets, guardrails, conversions, naming, links and notes.
/// Saved as a whole; refused input stays where it was typed. FX thread only.
final class ProfileView {

    private static final double WIDE = 260;
    private static final String SAME = "Nothing was changed";

    /// What was read.
    private record Facts(Tenant tenant, TenantProfile profile, List<AdCurrency> currencies) {
    }

    private final DeskServices services;
    private final TaskRunner tasks;
    private final ScopeModel scope;
    private final Notifier notifier;
    private final Locale locale;
    private final Map<String, TextInputControl> inputs = new LinkedHashMap<>();
    /// As typed, by currency and field, of those currencies that are not looked at.
    private final Map<String, Map<String, String>> amounts = new LinkedHashMap<>();
    private final Map<String, SettingRow> rows = new LinkedHashMap<>();
    private final Map<Operation, CheckBox> blocked = new EnumMap<>(Operation.class);
    private final Map<Enhancement, CheckBox> enhanced = new EnumMap<>(Enhancement.class);
    private final ToggleGroup colours = new ToggleGroup();
    private final ComboBox<String> currency = new ComboBox<>();
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", SAME);
    private final Label client = Labels.of("", "caption");
    private final StatePane states;
    private final BorderPane view = new BorderPane();
    private @Nullable Facts facts;
    private boolean edited;
    private int readings;

    ProfileView(DeskContext context, Locale locale) {
        services = context.services();
        tasks = context.tasks();
        scope = context.scope();
        notifier = context.notifier();
        this.locale = locale;
        ScrollPane scroll = new ScrollPane(new Cards(new VBox(client(), targets(), conversions()),
                new VBox(guardrails(), newAds(), notes())));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        states = new StatePane(scroll);
        view.setTop(head());
        view.setCenter(states);
        view.setId("client-profile");
    }

    Node view() {
        return view;
    }

    private HBox head() {
        Button save = Buttons.primary("Save profile", this::save);
        save.setId("save-profile");
        Button back = Buttons.link("Undo changes", this::fill);
        back.setId("undo-profile");
        back.disableProperty().bind(obstacle.isEqualTo(SAME));
        HBox head = new HBox(12, Labels.of(Section.PROFILE.title(), "section-title"), client, Labels.gap(), back,
                Tooltips.disabledBecause(save, obstacle));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("toolbar");
        return head;
    }

    private VBox client() {
        HBox swatches = new HBox(6);
        for (int colour = 0; colour < Tenant.COLOURS; colour++) {
            ToggleButton swatch = new ToggleButton();
            swatch.getStyleClass().setAll("avatar", "small", "c" + colour, "swatch");
            swatch.setAccessibleText("Colour " + (colour + 1));
            swatch.setUserData(colour);
            swatch.setToggleGroup(colours);
            swatches.getChildren().add(swatch);
        }
        swatches.setAlignment(Pos.CENTER_RIGHT);
        swatches.setId("profile-colour");
        colours.selectedToggleProperty().addListener((_, _, _) -> changed());
        return Cards.card("Client", List.of(
                new SettingRow("Colour", "Stands beside the name wherever something can go wrong", swatches, WIDE),
                row(ProfileTexts.OWNER, "Owner", "Who answers for this client at the agency", new TextField())));
    }

    private VBox targets() {
        currency.setId("profile-currency");
        currency.setAccessibleText("Currency of the amounts");
        currency.setMaxWidth(Double.MAX_VALUE);
        currency.valueProperty().addListener((_, before, now) -> turn(before, now));
        return Cards.card("Targets", List.of(
                new SettingRow("Currency", "Amounts and guardrails are agreed for each currency", currency, WIDE),
                row(ProfileTexts.MONTHLY, "Monthly budget", "To be spent in a calendar month", new TextField()),
                row(ProfileTexts.CPA, "Cost per conversion", "At most", new TextField()),
                row(ProfileTexts.ROAS, "ROAS", "At least, such as 2.5", new TextField())));
    }

    private VBox guardrails() {
        FlowPane operations = new FlowPane(12, 8);
        for (Operation operation : Operation.values()) {
            String words = operation.words();
            CheckBox box = new CheckBox(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
            box.setId("block-" + operation.name());
            box.setOnAction(_ -> changed());
            blocked.put(operation, box);
            operations.getChildren().add(box);
        }
        VBox block = block("Blocked", operations);
        return Cards.card("Guardrails", List.of(
                row(ProfileTexts.MAX_DAILY, "Largest daily budget", "Of one campaign or ad set", new TextField()),
                row(ProfileTexts.MAX_RAISE, "Largest raise, %", "Of a budget in one step", new TextField()),
                row(ProfileTexts.TOTAL, "Account total a day", "Of all that runs in one ad account", new TextField()),
                block), Labels.of("Bind every write, also undo and local API", "caption"));
    }

    private static VBox block(String title, FlowPane boxes) {
        VBox block = new VBox(6, Labels.of(title, "weight-medium"), boxes);
        block.getStyleClass().add("setting-block");
        return block;
    }

    private VBox newAds() {
        FlowPane boxes = new FlowPane(12, 8);
        for (Enhancement one : Enhancement.values()) {
            CheckBox box = new CheckBox(one.label());
            box.setId("enhance-" + one.name());
            box.setOnAction(_ -> changed());
            enhanced.put(one, box);
            boxes.getChildren().add(box);
        }
        return Cards.card("New ads", List.of(block("Meta may change by itself", boxes)),
                Labels.of("What is not ticked is switched off", "caption"));
    }

    private VBox conversions() {
        return Cards.card("Measuring and naming", List.of(
                conversionTypes(),
                row(ProfileTexts.CAMPAIGNS, "Campaign names", "{country}_{objective}_{date:yyMM}, or /expression/",
                        new TextField()),
                row(ProfileTexts.AD_SETS, "Ad set names", "{campaign} | {age}; empty for any", new TextField()),
                row(ProfileTexts.ADS, "Ad names", "{adset}_{creative}_{n:2}; empty for any", new TextField()),
                row(ProfileTexts.TAGS, "Link parameters", "utm_source=facebook&utm_campaign={{campaign.name}}",
                        new TextField())));
    }

    private SettingRow conversionTypes() {
        TextField input = new TextField();
        Label note = Labels.wrapped("", "hint");
        note.setId("conversions-note");
        note.managedProperty().bind(note.visibleProperty());
        note.setVisible(false);
        input.textProperty().addListener((_, _, typed) -> {
            Map<String, String> held = new TreeMap<>(AgreedConversion.held(ProfileTexts.types(typed)));
            note.setVisible(!held.isEmpty());
            note.setText(held.entrySet().stream().map(one -> one.getValue() + " holds " + one.getKey())
                    .collect(Collectors.joining(", ")) + ": counted once.");
        });
        return row(ProfileTexts.CONVERSIONS, "Conversions", "Action types such as purchase, lead", input,
                new VBox(4, input, note));
    }

    private VBox notes() {
        TextArea area = new TextArea();
        area.setPrefRowCount(6);
        area.setWrapText(true);
        area.setId("profile-" + ProfileTexts.NOTES);
        area.setAccessibleText("Notes");
        area.textProperty().addListener((_, _, _) -> changed());
        inputs.put(ProfileTexts.NOTES, area);
        VBox body = new VBox(area);
        body.getStyleClass().add("setting-block");
        return Cards.card("Notes", List.of(body));
    }

    private SettingRow row(String field, String title, String hint, TextField input) {
        return row(field, title, hint, input, input);
    }

    private SettingRow row(String field, String title, String hint, TextField input, Node control) {
        input.setId("profile-" + field);
        input.setAccessibleText(title);
        input.textProperty().addListener((_, _, _) -> changed());
        inputs.put(field, input);
        SettingRow row = new SettingRow(title, hint, control, input, WIDE);
        rows.put(field, row);
        return row;
    }

    /// Reads the profile of the client that is looked at, unless something typed would be lost.
    void reload() {
        Scope now = scope.scope();
        int mine = ++readings;
        if (now == null) {
            facts = null;
            client.setText("");
            states.showEmpty(Icons.AUDIT, "Pick a tenant", "A profile belongs to one client. Choose it at the left.");
            return;
        }
        Facts shown = facts;
        boolean same = shown != null && shown.tenant.id().equals(now.tenant().id());
        if (same && edited) {
            return;
        }
        if (!same) {
            states.showLoading("Reading the profile");
        }
        tasks.call(() -> read(now.tenant())).onSuccess(read -> {
            if (mine == readings) {
                facts = read;
                fill();
                states.showContent();
            }
        }).onError(thrown -> {
            if (mine == readings) {
                states.showBlocked(Problems.of(thrown), "Try again", this::reload);
            }
        }).start();
    }

    private Facts read(Tenant tenant) {
        TenantProfile profile = services.profiles().profile(tenant.id());
        Set<AdCurrency> currencies = new java.util.LinkedHashSet<>();
        currencies.addAll(ProfileTexts.currencies(profile));
        services.connections().accounts(tenant.id()).stream().map(AdAccount::currency).forEach(currencies::add);
        if (currencies.isEmpty()) {
            currencies.add(AdCurrency.of("EUR"));
        }
        Tenant fresh = services.tenants().tenants().stream().filter(one -> one.id().equals(tenant.id())).findFirst()
                .orElse(tenant);
        return new Facts(fresh, profile, List.copyOf(currencies));
    }

    private void fill() {
        Facts shown = facts;
        if (shown == null) {
            return;
        }
        facts = null;
        client.setText(shown.tenant.name() + " · " + shown.tenant.id().value());
        ProfileTexts texts = ProfileTexts.of(shown.profile, locale);
        amounts.clear();
        amounts.putAll(texts.amounts());
        inputs.forEach((field, input) -> input.setText(texts.fields().getOrDefault(field, "")));
        blocked.forEach((operation, box) -> box.setSelected(texts.blocked().contains(operation)));
        enhanced.forEach((one, box) -> box.setSelected(texts.enhancements().contains(one)));
        List<String> codes = shown.currencies.stream().map(AdCurrency::code).toList();
        String looked = currency.getValue();
        currency.getItems().setAll(codes);
        currency.setValue(looked != null && codes.contains(looked) ? looked : codes.getFirst());
        show(amounts.getOrDefault(Objects.requireNonNullElse(currency.getValue(), ""), Map.of()));
        colours.getToggles().stream().filter(toggle -> toggle.getUserData().equals(shown.tenant.colour())).findFirst()
                .ifPresent(colours::selectToggle);
        rows.values().forEach(row -> row.refuse(null));
        facts = shown;
        changed();
    }

    private void changed() {
        Facts shown = facts;
        if (shown == null) {
            return;
        }
        edited = !texts().equals(ProfileTexts.of(shown.profile, locale)) || colour() != shown.tenant.colour();
        obstacle.set(Permit.reason(services.persons().current().role(), Role.ADMINISTRATOR)
                .orElse(edited ? "" : SAME));
    }

    private ProfileTexts texts() {
        Map<String, String> typed = new LinkedHashMap<>();
        inputs.forEach((field, input) -> typed.put(field, input.getText()));
        typed.keySet().removeAll(ProfileTexts.AMOUNTS);
        Map<String, Map<String, String>> money = new LinkedHashMap<>(amounts);
        if (currency.getValue() != null) {
            money.put(currency.getValue(), looked());
        }
        Set<Operation> barred = EnumSet.noneOf(Operation.class);
        blocked.forEach((operation, box) -> {
            if (box.isSelected()) {
                barred.add(operation);
            }
        });
        typed.put(ProfileTexts.ENHANCEMENTS, ProfileTexts.names(enhanced.entrySet().stream()
                .filter(one -> one.getValue().isSelected()).map(Map.Entry::getKey).collect(Collectors.toSet())));
        return new ProfileTexts(typed, money, barred);
    }

    /// The amounts of the currency that is looked at, as typed.
    private Map<String, String> looked() {
        Map<String, String> texts = new LinkedHashMap<>();
        ProfileTexts.AMOUNTS.forEach(field -> texts.put(field, amount(field).getText()));
        return texts;
    }

    private TextInputControl amount(String field) {
        return Objects.requireNonNull(inputs.get(field), field);
    }

    /// Keeps what was typed under one currency, and shows what stands under the other.
    private void turn(@Nullable String before, @Nullable String now) {
        Facts shown = facts;
        if (shown == null || now == null) {
            return;
        }
        facts = null;
        if (before != null) {
            amounts.put(before, looked());
        }
        show(amounts.getOrDefault(now, Map.of()));
        ProfileTexts.AMOUNTS.forEach(field -> Objects.requireNonNull(rows.get(field), field).refuse(null));
        facts = shown;
        changed();
    }

    private void show(Map<String, String> texts) {
        ProfileTexts.AMOUNTS.forEach(field -> amount(field).setText(texts.getOrDefault(field, "")));
    }

    private int colour() {
        return colours.getSelectedToggle() == null ? 0 : (int) colours.getSelectedToggle().getUserData();
    }

    private void save() {
        Facts shown = facts;
        if (shown == null) {
            return;
        }
        ProfileTexts typed = texts();
        Tenant tenant = new Tenant(shown.tenant.id(), shown.tenant.name(), colour(), shown.tenant.createdAt());
        rows.values().forEach(row -> row.refuse(null));
        ProfileTexts.Wrong wrong = typed.wrong(locale).orElse(null);
        if (wrong != null) {
            currency.setValue(wrong.currency());
            refuse(wrong.problem());
            return;
        }
        obstacle.set("The profile is being saved");
        tasks.call(() -> {
            services.profiles().save(tenant.id(), typed.read(locale));
            if (tenant.colour() != shown.tenant.colour()) {
                services.tenants().update(tenant);
            }
            return read(tenant);
        }).onSuccess(read -> {
            facts = read;
            fill();
            notifier.done("Profile of " + tenant.name() + " saved", null);
        }).onError(thrown -> {
            changed();
            refuse(Problems.of(thrown));
        }).start();
    }

    private void refuse(Problem problem) {
        SettingRow row = rows.get(problem.field());
        if (row == null) {
            notifier.failed(problem);
        } else {
            row.refuse(problem);
        }
    }
}
