package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Cards in rows, as many to a row as fit. The rows are cells of a list view, so only what is seen exists. The arrow keys
/// move the selection, Enter opens it.
final class CardGrid extends ListView<List<CreativeCard>> {

    private static final double CARD = 228;
    private static final double GAP = 12;
    private static final double SIDES = 44;
    /// Picture, words and gap of one row, in pixels at normal text size.
    private static final double ROW = CardView.PICTURE + 74 + GAP;

    private final Formats formats;
    private final ThumbnailSource thumbnails;
    private final Consumer<@Nullable CreativeCard> select;
    private final ObservableList<List<CreativeCard>> rows = FXCollections.observableArrayList();
    private List<CreativeCard> cards = List.of();
    private AdCurrency currency = AdCurrency.of("USD");
    private @Nullable CreativeCard selected;
    private int columns = 4;

    CardGrid(Formats formats, ThumbnailSource thumbnails, Consumer<@Nullable CreativeCard> select) {
        this.formats = formats;
        this.thumbnails = thumbnails;
        this.select = select;
        getStyleClass().add("card-grid");
        setItems(rows);
        setFixedCellSize(ROW);
        setCellFactory(_ -> new RowCell());
        setAccessibleText("Creatives");
        widthProperty().addListener((_, _, now) -> columns(now.doubleValue()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    void show(List<CreativeCard> shown, AdCurrency money) {
        cards = List.copyOf(shown);
        currency = money;
        chunk();
    }

    void showSelected(@Nullable CreativeCard card) {
        selected = card;
        refresh();
    }

    int columns() {
        return columns;
    }

    private void columns(double width) {
        int fitting = (int) Math.clamp(Math.floor((width - SIDES + GAP) / (CARD + GAP)), 1, 10);
        if (fitting != columns) {
            columns = fitting;
            chunk();
        }
    }

    private void chunk() {
        List<List<CreativeCard>> chunks = new ArrayList<>();
        for (int from = 0; from < cards.size(); from += columns) {
            chunks.add(cards.subList(from, Math.min(cards.size(), from + columns)));
        }
        rows.setAll(chunks);
        refresh();
    }

    private void move(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -columns;
            case DOWN -> columns;
            default -> 0;
        };
        if (step == 0 || cards.isEmpty()) {
            return;
        }
        event.consume();
        int at = index();
        int next = at < 0 ? 0 : at + step;
        if (next >= 0 && next < cards.size()) {
            select.accept(cards.get(next));
            scrollTo(Math.max(0, next / columns - 1));
        }
    }

    private int index() {
        for (int i = 0; i < cards.size(); i++) {
            if (isChosen(cards.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isChosen(@Nullable CreativeCard card) {
        CreativeCard chosen = selected;
        return card != null && chosen != null && Objects.equals(card.creative().id(), chosen.creative().id());
    }

    /// One row; its card views live as long as the cell.
    private final class RowCell extends ListCell<List<CreativeCard>> {

        private final HBox box = new HBox(GAP);

        RowCell() {
            box.getStyleClass().add("card-line");
            box.prefWidthProperty().bind(CardGrid.this.widthProperty().subtract(SIDES));
            box.setMinWidth(0);
            setGraphic(box);
        }

        @Override
        protected void updateItem(@Nullable List<CreativeCard> item, boolean empty) {
            super.updateItem(item, empty);
            List<CreativeCard> shown = empty || item == null ? List.of() : item;
            while (box.getChildren().size() > columns) {
                CardView gone = (CardView) box.getChildren().removeLast();
                gone.show(null, currency, false);
            }
            while (box.getChildren().size() < columns) {
                CardView view = new CardView(formats, thumbnails, card -> {
                    CardGrid.this.requestFocus();
                    select.accept(card);
                });
                view.setMinWidth(0);
                view.setPrefWidth(CARD);
                view.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(view, Priority.ALWAYS);
                box.getChildren().add(view);
            }
            for (int i = 0; i < columns; i++) {
                CreativeCard card = i < shown.size() ? shown.get(i) : null;
                ((CardView) box.getChildren().get(i)).show(card, currency, isChosen(card));
            }
        }
    }
}
