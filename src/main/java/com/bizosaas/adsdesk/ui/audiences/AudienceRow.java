package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.draft.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One audience of the table with the lookalikes that grew from it.
///
/// @param source the seed, null where there is none or it is not in this account
/// @param children lookalikes of this audience, by name
/// @param draft what is pending for it, null for nothing
record AudienceRow(CustomAudience audience, AudienceType type, AudienceState state, @Nullable CustomAudience source,
        List<AudienceRow> children, @Nullable Draft draft) {

    AudienceRow {
        children = List.copyOf(children);
    }

    /// When its people last changed, or else when it was last edited.
    @Nullable
    Instant updated() {
        return audience.contentUpdatedAt() == null ? audience.updatedAt() : audience.contentUpdatedAt();
    }

    /// Whether it exists here alone.
    boolean isNew() {
        return draft != null && draft.action() == Draft.Action.ADD;
    }
}
