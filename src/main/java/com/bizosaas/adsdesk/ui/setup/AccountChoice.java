package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.AdAccount;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// One reachable ad account and whether it is ticked.
final class AccountChoice {

    private final AdAccount account;
    private final boolean connected;
    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked", false);

    /// @param connected whether the tenant works with it already; nothing else is ticked beforehand
    AccountChoice(AdAccount account, boolean connected) {
        this.account = account;
        this.connected = connected;
        ticked.set(connected && canTick());
    }

    AdAccount account() {
        return account;
    }

    boolean connected() {
        return connected;
    }

    BooleanProperty tickedProperty() {
        return ticked;
    }

    boolean canTick() {
        return account.status().connectable();
    }

    boolean matches(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || account.name().toLowerCase(Locale.ROOT).contains(text)
                || account.id().value().contains(text)
                || account.businessName() != null && account.businessName().toLowerCase(Locale.ROOT).contains(text);
    }
}
