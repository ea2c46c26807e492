package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Chosen things as chips, and a field to find more of them. The list under the field is walked by the arrow keys and taken
/// from by Enter; Backspace in the empty field takes the last chip away; the arrow keys walk along the chips, where
/// Backspace and Delete take one away and Enter opens it. A pasted list is looked up line by line. FX thread only.
///
/// @param <T> what can be chosen
final class ChipField<T> extends VBox {

    private static final Duration QUIET = Duration.millis(220);
    private static final double INPUT = 150;

    /// Finds what a text may mean; runs off the FX thread.
    interface Source<T> {

        Callable<List<T>> find(String text);
    }

    /// What happens to what is found, typed or taken away.
    ///
    /// @param chosen with whether it is to be kept out
    /// @param listed called with the lines of a pasted list, and with a typed text that stands for nothing in the list
    /// @param removed called with a chip's key
    record Actions<T>(BiConsumer<T, Boolean> chosen, Consumer<List<String>> listed, Consumer<String> removed) {
    }

    private final TaskRunner tasks;
    private final Source<T> source;
    private final Actions<T> actions;
    private final FlowPane flow = new FlowPane();
    private final Input input = new Input();
    private final Suggestions<T> suggestions;
    private final Label problem = Labels.wrapped("", "error-hint");
    private final PauseTransition pause = new PauseTransition(QUIET);
    private TaskRunner.@Nullable Running asking;

    /// @param id of the text field
    /// @param words what a suggestion says
    /// @param excludes whether what is found can be kept out too (Shift+Enter)
    ChipField(String id, String prompt, TaskRunner tasks, Source<T> source, Function<T, Suggestions.Words> words,
            boolean excludes, Actions<T> actions) {
        this.tasks = tasks;
        this.source = source;
        this.actions = actions;
        this.suggestions = new Suggestions<>(words, excludes, this::choose);
        getStyleClass().add("chip-field");
        flow.getStyleClass().add("chip-box");
        input.setId(id);
        input.setPromptText(prompt);
        input.setAccessibleText(prompt);
        input.getStyleClass().add("chip-input");
        input.setPrefWidth(INPUT);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.managedProperty());
        flow.getChildren().add(input);
        flow.setOnMouseClicked(event -> {
            if (event.getTarget() == flow) {
                input.requestFocus();
            }
        });
        getChildren().addAll(flow, problem);
        pause.setOnFinished(_ -> ask());
        // Else the answer to what was typed last would bring back the list that was just closed.
        suggestions.onHidden(this::withdraw);
        input.textProperty().addListener((_, _, _) -> typed());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        input.focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                suggestions.hide();
            }
        });
    }

    /// @param chips in their order
    void show(List<Chip> chips) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        int at = flow.getChildren().indexOf(focused);
        flow.getChildren().setAll(chips.stream().map(this::view).toList());
        flow.getChildren().add(input);
        if (at >= 0) {
            flow.getChildren().get(Math.min(at, flow.getChildren().size() - 1)).requestFocus();
        }
    }

    TextField input() {
        return input;
    }

    void prompt(String words) {
        input.setPromptText(words);
    }

    void refuse(Problem why) {
        problem.setText(why.title() + ". " + why.remedy());
    }

    private Node view(Chip chip) {
        Label name = Labels.of(chip.name(), "chip-name");
        HBox view = new HBox(name);
        view.getStyleClass().addAll("target-chip", chip.tone().name().toLowerCase(Locale.ROOT));
        if (chip.tone() != Chip.Tone.INCLUDED) {
            view.getChildren().addFirst((chip.tone() == Chip.Tone.EXCLUDED ? Icons.BLOCKED : Icons.CAUTION)
                    .node("i12"));
        }
        if (!chip.detail().isEmpty()) {
            view.getChildren().add(Labels.whole(chip.detail(), "chip-detail"));
        }
        StackPane away = new StackPane(Icons.CLOSE.node("i12"));
        away.getStyleClass().add("chip-away");
        away.setAccessibleRole(AccessibleRole.BUTTON);
        away.setAccessibleText("Remove " + chip.name());
        away.setOnMouseClicked(event -> {
            remove(chip);
            event.consume();
        });
        view.getChildren().add(away);
        view.setFocusTraversable(true);
        view.setAccessibleRole(AccessibleRole.BUTTON);
        view.setAccessibleText(switch (chip.tone()) {
            case INCLUDED -> chip.name();
            case EXCLUDED -> "Not " + chip.name();
            case PROBLEM -> chip.name() + ", " + chip.hint();
        } + (chip.detail().isEmpty() ? "" : ", " + chip.detail()));
        if (!chip.hint().isEmpty()) {
            Tooltips.show(view, chip.hint());
        }
        Runnable open = chip.open();
        view.setOnMouseClicked(_ -> {
            view.requestFocus();
            if (open != null) {
                open.run();
            }
        });
        view.setOnKeyPressed(event -> onChipKey(event, view, chip));
        return view;
    }

    private void remove(Chip chip) {
        problem.setText("");
        actions.removed().accept(chip.key());
    }

    private void onChipKey(KeyEvent event, Node view, Chip chip) {
        int at = flow.getChildren().indexOf(view);
        Runnable open = chip.open();
        switch (event.getCode()) {
            case LEFT -> flow.getChildren().get(Math.max(0, at - 1)).requestFocus();
            case RIGHT -> flow.getChildren().get(at + 1).requestFocus();
            case BACK_SPACE, DELETE -> remove(chip);
            case ENTER, SPACE -> {
                if (open == null || event.isShortcutDown()) {
                    return;
                }
                open.run();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void onKey(KeyEvent event) {
        boolean empty = input.getText().isEmpty();
        boolean handled = switch (event.getCode()) {
            case DOWN -> suggestions.move(1);
            case UP -> suggestions.move(-1);
            case ENTER -> !event.isShortcutDown() && enter(event.isShiftDown());
            case ESCAPE -> {
                boolean shown = suggestions.isShowing();
                suggestions.hide();
                yield shown;
            }
            case BACK_SPACE, LEFT -> empty && last(event.getCode() == KeyCode.BACK_SPACE);
            default -> false;
        };
        if (handled) {
            event.consume();
        }
    }

    /// Takes the last chip away, or goes to it.
    private boolean last(boolean away) {
        int chips = flow.getChildren().size() - 1;
        if (chips == 0) {
            return false;
        }
        Node last = flow.getChildren().get(chips - 1);
        if (away) {
            last.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
            input.requestFocus();
        } else {
            last.requestFocus();
        }
        return true;
    }

    private boolean enter(boolean exclude) {
        if (suggestions.take(exclude)) {
            return true;
        }
        if (input.getText().isBlank()) {
            return false;
        }
        listed(List.of(input.getText().strip()));
        return true;
    }

    private void listed(List<String> lines) {
        clear();
        actions.listed().accept(lines);
    }

    private void choose(T one, boolean exclude) {
        clear();
        actions.chosen().accept(one, exclude);
        input.requestFocus();
    }

    private void clear() {
        input.clear();
        withdraw();
        suggestions.hide();
        problem.setText("");
    }

    private void typed() {
        withdraw();
        if (input.getText().isBlank()) {
            suggestions.hide();
        } else {
            pause.playFromStart();
        }
    }

    private void withdraw() {
        pause.stop();
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    private void ask() {
        String text = input.getText().strip();
        asking = tasks.call(source.find(text)).onSuccess(found -> {
            problem.setText("");
            suggestions.show(input, found, text);
        }).onError(thrown -> {
            suggestions.hide();
            refuse(Problems.of(thrown));
        }).start();
    }

    /// Splits a pasted list: at line ends, tabs and semicolons, and at commas where there are several in one line.
    static List<String> lines(String text) {
        String[] parts = text.split("[\\r\\n\\t;]+");
        if (parts.length == 1 && text.chars().filter(sign -> sign == ',').count() > 1) {
            parts = text.split(",");
        }
        return Arrays.stream(parts).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /// A field that looks a pasted list up rather than taking it in as one line.
    private final class Input extends TextField {

        @Override
        public void paste() {
            String text = Clipboard.getSystemClipboard().getString();
            if (text != null && lines(text).size() > 1) {
                listed(lines(text));
            } else {
                super.paste();
            }
        }
    }
}
