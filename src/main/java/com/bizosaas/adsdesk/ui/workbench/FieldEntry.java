package com.bizosaas.adsdesk.ui.workbench;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.MoneyEntry;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldSpec.Kind;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.ui.edit.ScheduleText;
import java.util.Locale;

/// A drafted value as it is typed: amounts in major units of the account's currency, times in its zone, words as they are
/// said.
final class FieldEntry {

    private final AdAccount account;
    private final Locale locale;

    /// @param locale of the numbers that are typed
    FieldEntry(AdAccount account, Locale locale) {
        this.account = account;
        this.locale = locale;
    }

    /// Whether a value of the field can be typed at all; structures have an editor of their own.
    static boolean canType(FieldSpec field) {
        return field.kind() != Kind.JSON && field.kind() != Kind.REFERENCE;
    }

    String text(FieldSpec field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case MONEY -> FieldValues.amount(value).map(minor -> Money.ofMinor(minor, account.currency()).amount()
                    .setScale(account.currency().decimals()).toPlainString()).orElse(value);
            case TIME -> FieldValues.instant(value).map(at -> ScheduleText.text(at, account.zone())).orElse("");
            case WORD -> field.name().equals(Fields.STATUS) && value.equals("ACTIVE")
                    ? "on"
                    : value.toLowerCase(Locale.ROOT).replace('_', ' ');
            case FLAG -> value.equals("true") ? "yes" : "no";
            case TEXT, JSON, REFERENCE -> value;
        };
    }

    /// @throws IllegalArgumentException with a sentence where the text is no value of the field
    String value(FieldSpec field, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case MONEY -> switch (new MoneyEntry(account.currency(), locale, null, null).read(text)) {
                case MoneyEntry.Amount(Money money) -> Long.toString(money.minorUnits());
                case MoneyEntry.Refused _ -> throw new IllegalArgumentException(field.label() + " “" + text
                        + "” is no amount in " + account.currency().code() + ". Type one such as 45.50.");
            };
            case TIME -> ScheduleText.read(text, account.zone(), field.name().equals(Fields.END));
            case WORD -> switch (text.toLowerCase(Locale.ROOT)) {
                case "on" -> "ACTIVE";
                case "off" -> "PAUSED";
                default -> text.toUpperCase(Locale.ROOT).replace(' ', '_');
            };
            case FLAG -> switch (text.toLowerCase(Locale.ROOT)) {
                case "yes", "true" -> "true";
                case "no", "false" -> "false";
                default -> throw new IllegalArgumentException(field.label() + " is yes or no.");
            };
            case TEXT, JSON, REFERENCE -> text;
        };
    }
}
