package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.service.AudienceService.Pixel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A website audience as typed, with what must hold before it is sent (graph-api chapter 06, "Website audience").
///
/// @param pixel null while none is chosen
/// @param event a standard event, empty for any visit
/// @param urlContains empty for any address
record WebsiteDraft(String name, @Nullable Pixel pixel, String event, String urlContains, int retentionDays) {

    static final int LONGEST = 180;

    /// Standard events of the Meta pixel that shops and lead forms send; any visit first.
    static final List<String> EVENTS = List.of("", "PageView", "ViewContent", "Search", "AddToCart", "AddToWishlist",
            "InitiateCheckout", "AddPaymentInfo", "Purchase", "Lead", "CompleteRegistration", "Contact", "Subscribe");

    static String suggestedName(String event, String urlContains, int retentionDays) {
        String what = event.isEmpty() ? "Visitors" : event;
        String where = urlContains.isBlank() ? "" : " " + urlContains.strip();
        return what + where + " " + retentionDays + " d";
    }

    /// What stands in the way, in words; empty when it can be sent.
    Optional<String> problem(Collection<CustomAudience> existing) {
        if (pixel == null) {
            return Optional.of("Choose the dataset (pixel) whose events count.");
        }
        if (retentionDays < 1 || retentionDays > LONGEST) {
            return Optional.of("People can be kept for 1 to " + LONGEST + " days.");
        }
        if (name.isBlank()) {
            return Optional.of("Give the audience a name.");
        }
        return existing.stream().filter(other -> other.name().equalsIgnoreCase(name.strip())).findFirst()
                .map(same -> "An audience named “" + same.name() + "” exists already.");
    }
}
