package com.bizosaas.adsdesk.ui.edit;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values of a preview for people: amounts in the account's currency, times in its zone, Meta's words in lower case.
final class PreviewWords {

    private final Map<AdAccountId, AdAccount> accounts;
    private final Formats formats;

    PreviewWords(Chosen chosen, Formats formats) {
        accounts = chosen.accountsById();
        this.formats = formats;
    }

    String of(Preview preview) {
        if (!preview.changes()) {
            return value(preview.key(), preview.field(), preview.before());
        }
        if (preview.field().equals(Fields.TARGETING) && !preview.before().isEmpty() && !preview.after().isEmpty()) {
            return Targeting.difference(preview.before(), preview.after());
        }
        return value(preview.key(), preview.field(), preview.before()) + " → "
                + value(preview.key(), preview.field(), preview.after());
    }

    /// Which field it is, where a dialog sets several.
    static String field(Preview preview) {
        return Fields.find(preview.key().level(), preview.field()).map(FieldSpec::label).orElse(preview.field());
    }

    String value(DraftKey key, String field, String value) {
        FieldSpec spec = Fields.find(key.level(), field).orElse(null);
        if (spec == null || value.isEmpty()) {
            return value.isEmpty() ? Formats.NONE : value;
        }
        AdAccount account = accounts.get(key.account());
        return switch (spec.kind()) {
            case MONEY -> money(account, value);
            case TIME -> time(account, value);
            case WORD -> value.length() <= 2 ? value : words(value);
            case JSON -> field.equals(Fields.TARGETING) ? Targeting.of(value).sentence() : value;
            case FLAG, REFERENCE, TEXT -> value;
        };
    }

    private String money(@Nullable AdAccount account, String minor) {
        return account == null || FieldValues.amount(minor).isEmpty()
                ? minor
                : formats.money(Money.ofMinor(minor, account.currency()));
    }

    private static String time(@Nullable AdAccount account, String value) {
        return account == null
                ? value
                : FieldValues.instant(value).map(at -> ScheduleText.text(at, account.zone())).orElse("open end");
    }

    private static String words(String value) {
        String text = value.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
