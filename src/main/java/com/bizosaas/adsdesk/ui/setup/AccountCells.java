package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.ui.common.AccountStatusPill;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Meter;
import com.bizosaas.adsdesk.ui.common.Pill;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Cells of the account table. Each keeps its nodes and only changes what they show.
final class AccountCells {

    private static final double AMBER = 0.80;
    private static final double RED = 0.95;
    private static final Map<String, String> TASKS = Map.of("MANAGE", "Manage", "ADVERTISE", "Advertise", "ANALYZE",
            "Analyse");

    /// Makes one cell.
    interface Factory {
        Cell make();
    }

    /// A cell that shows a whole account.
    abstract static class Cell extends TableCell<AccountChoice, AccountChoice> {

        private @Nullable Node face;

        abstract Node build();

        abstract void show(AccountChoice choice);

        @Override
        protected void updateItem(@Nullable AccountChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            Node built = face;
            if (built == null) {
                built = build();
                face = built;
            }
            show(choice);
            setGraphic(built);
        }
    }

    private AccountCells() {
    }

    static Factory tick() {
        return () -> new Cell() {
            private final CheckBox box = new CheckBox();
            private @Nullable BooleanProperty bound;

            @Override
            Node build() {
                return box;
            }

            @Override
            void show(AccountChoice choice) {
                if (bound != null) {
                    box.selectedProperty().unbindBidirectional(bound);
                }
                bound = choice.tickedProperty();
                box.selectedProperty().bindBidirectional(choice.tickedProperty());
                box.setDisable(!choice.canTick());
                box.setAccessibleText("Connect " + choice.account().name());
                setTooltip(choice.canTick()
                        ? null
                        : Tooltips.show(this, "A " + AccountStatusPill.words(choice.account().status())
                                .toLowerCase(java.util.Locale.ROOT)
                                + " account cannot be connected. The client can settle that with Meta."));
            }
        };
    }

    static Factory name() {
        return () -> twoLines((choice, first, second) -> {
            AdAccount account = choice.account();
            first.setText(Labels.isolated(account.name()));
            String business = account.businessName() == null ? "personal account" : account.businessName();
            second.setText(account.id().number() + " · " + Labels.isolated(business)
                    + (choice.connected() ? " · connected" : ""));
        });
    }

    static Factory currency() {
        return () -> twoLines((choice, first, second) -> {
            first.setText(choice.account().currency().code());
            String zone = choice.account().zone().getId();
            second.setText(zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' '));
            Tooltips.show(second, zone);
        });
    }

    /// Fills two lines.
    private interface Lines {
        void fill(AccountChoice choice, Label first, Label second);
    }

    private static Cell twoLines(Lines lines) {
        return new Cell() {
            private final Label first = Labels.of("", "t12");
            private final Label second = Labels.of("", "caption");

            @Override
            Node build() {
                VBox box = new VBox(first, second);
                box.setAlignment(Pos.CENTER_LEFT);
                return box;
            }

            @Override
            void show(AccountChoice choice) {
                lines.fill(choice, first, second);
            }
        };
    }

    static Factory status() {
        return () -> new Cell() {
            private final Pill pill = new Pill();

            @Override
            Node build() {
                return pill;
            }

            @Override
            void show(AccountChoice choice) {
                AccountStatusPill.show(pill, choice.account().status());
            }
        };
    }

    static Factory balance(Formats formats) {
        return () -> new Cell() {
            private final Label amount = Labels.of("", "t12");

            {
                getStyleClass().add("figures");
            }

            @Override
            Node build() {
                return amount;
            }

            @Override
            void show(AccountChoice choice) {
                amount.setText(formats.money(choice.account().balance()));
            }
        };
    }

    static Factory cap(Formats formats) {
        return () -> new Cell() {
            private final Label text = Labels.of("", "t12");
            private final Meter meter = new Meter(84);
            private final Label percent = Labels.of("", "caption");
            private final HBox bar = new HBox(8, meter, percent);
            private final VBox box = new VBox(2, text, bar);

            @Override
            Node build() {
                bar.setAlignment(Pos.CENTER_LEFT);
                box.setAlignment(Pos.CENTER_LEFT);
                return box;
            }

            @Override
            void show(AccountChoice choice) {
                AdAccount account = choice.account();
                Double share = AccountsView.capShare(account);
                bar.setVisible(share != null);
                bar.setManaged(share != null);
                if (share == null || account.spendCap() == null) {
                    text.setText("No cap");
                    return;
                }
                text.setText(formats.moneyWhole(account.amountSpent()) + " / "
                        + formats.decimal(account.spendCap().amount(), 0));
                meter.show(share, share >= RED
                        ? Meter.Tone.DANGER
                        : share >= AMBER ? Meter.Tone.WARNING : Meter.Tone.ACCENT);
                percent.setText(Math.round(share * 100) + "%");
            }
        };
    }

    static Factory tasks() {
        return () -> new Cell() {
            private final HBox box = new HBox(4);

            @Override
            Node build() {
                box.setAlignment(Pos.CENTER_LEFT);
                return box;
            }

            @Override
            void show(AccountChoice choice) {
                box.getChildren().setAll(List.of("MANAGE", "ADVERTISE", "ANALYZE").stream().map(task -> {
                    boolean held = choice.account().tasks().contains(task);
                    Label chip = Labels.of(TASKS.getOrDefault(task, task), "task-chip", held ? "held" : "missing");
                    chip.setMinWidth(USE_PREF_SIZE);
                    chip.setAccessibleText(TASKS.getOrDefault(task, task) + (held ? ": yes" : ": no"));
                    return chip;
                }).toList());
            }
        };
    }
}
