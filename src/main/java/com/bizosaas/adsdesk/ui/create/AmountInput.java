package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// An amount of money in the ad account's currency, told in minor units.
final class AmountInput extends HBox {

    /// Told what is wrong with the text.
    interface Misread {

        void tell(String text, String fix);
    }

    private final TextField field;
    private final Label reading = Labels.of("", "hint");
    private final String name;
    private final AdCurrency currency;
    private final Formats formats;
    private final Locale locale;
    private final Consumer<String> typed;
    private final Misread misread;

    /// @param name what it is, as it begins a sentence
    /// @param typed told minor units, empty where nothing stands there
    AmountInput(String id, String name, AdCurrency currency, Formats formats, Locale locale, Consumer<String> typed,
            Misread misread) {
        super(8);
        this.name = name;
        this.currency = currency;
        this.formats = formats;
        this.locale = locale;
        this.typed = typed;
        this.misread = misread;
        field = Inputs.text(id, "", this::read);
        field.getStyleClass().add("figures");
        field.setPrefWidth(120);
        field.setMinWidth(80);
        Label code = Labels.whole(currency.code(), "currency-tag");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(field, code, reading);
    }

    TextField field() {
        return field;
    }

    /// @param minor minor units, empty for none
    void show(String minor) {
        if (!minor.equals(minorUnits())) {
            field.setText(minor.isEmpty()
                    ? ""
                    : FieldValues.amount(minor).map(units -> formats.amount(Money.ofMinor(units, currency)))
                            .orElse(minor));
        }
        tell();
    }

    private String minorUnits() {
        return entry().read(field.getText()) instanceof MoneyEntry.Amount(Money money)
                ? Long.toString(money.minorUnits())
                : field.getText();
    }

    private MoneyEntry entry() {
        return new MoneyEntry(currency, locale, null, null);
    }

    private void read(String text) {
        tell();
        switch (entry().read(text)) {
            case MoneyEntry.Amount(Money money) -> typed.accept(Long.toString(money.minorUnits()));
            case MoneyEntry.Refused(MoneyEntry.Reason reason) -> {
                if (reason == MoneyEntry.Reason.EMPTY) {
                    typed.accept("");
                } else {
                    misread.tell(name + wrong(reason, text), fix(reason));
                }
            }
        }
    }

    /// The amount as it is understood, beside what was typed.
    private void tell() {
        reading.setText(entry().read(field.getText()) instanceof MoneyEntry.Amount(Money money)
                ? "= " + formats.money(money)
                : "");
    }

    private static String wrong(MoneyEntry.Reason reason, String text) {
        return switch (reason) {
            case AMBIGUOUS -> ": “" + text.strip() + "” could mean two amounts";
            case TOO_MANY_DECIMALS -> " has too many decimals";
            case NOT_POSITIVE -> " must be above zero";
            case TOO_LARGE -> " is larger than Meta can hold";
            case EMPTY, NOT_A_NUMBER, NO_PREVIOUS, BELOW_MINIMUM -> " is not an amount";
        };
    }

    private String fix(MoneyEntry.Reason reason) {
        return switch (reason) {
            case AMBIGUOUS -> "Type it without a thousands sign.";
            case TOO_MANY_DECIMALS -> currency.decimals() == 0
                    ? currency.code() + " has none: type a whole amount."
                    : "Type no more than two.";
            case NOT_POSITIVE -> "To spend nothing, leave it paused.";
            case TOO_LARGE -> "Check the number of digits.";
            case EMPTY, NOT_A_NUMBER, NO_PREVIOUS, BELOW_MINIMUM -> "Type a number such as "
                    + formats.decimal(BigDecimal.valueOf(480), currency.decimals()) + ".";
        };
    }
}
