package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Pill;

/// Icons and pills of audiences.
final class AudienceLooks {

    private AudienceLooks() {
    }

    static Icons icon(AudienceType type) {
        return switch (type) {
            case WEBSITE -> Icons.GLOBE;
            case LIST -> Icons.TABLE;
            case LOOKALIKE -> Icons.AUDIENCES;
            case ENGAGEMENT -> Icons.TARGET;
            case APP -> Icons.PHONE;
            case OTHER -> Icons.TAG;
        };
    }

    /// What is pending comes before what Meta says.
    static void show(Pill pill, AudienceRow row) {
        Draft draft = row.draft();
        if (draft == null) {
            show(pill, row.state(), row.audience());
            return;
        }
        String words = switch (draft.action()) {
            case ADD -> "New";
            case CHANGE -> "Edited";
            case REMOVE -> "To delete";
        };
        pill.show(words, Icons.EDIT, Pill.Tone.INFO);
        pill.setAccessibleText(words + ". Pending: nothing is at Meta before it is published.");
    }

    private static void show(Pill pill, AudienceState state, CustomAudience audience) {
        String words = AudienceText.state(state);
        switch (state) {
            case READY -> pill.show(words, Icons.DOT, Pill.Tone.OK);
            case FILLING -> pill.show(words, Icons.LEARNING, Pill.Tone.LEARN);
            case TOO_SMALL -> pill.show(words, Icons.CAUTION, Pill.Tone.WARNING);
            case EXPIRING -> pill.show(words, Icons.SCHEDULED, Pill.Tone.WARNING);
            case SOURCE_LOST -> pill.show(words, Icons.STOPPED, Pill.Tone.DANGER);
            case FLAGGED -> pill.show(words, Icons.ISSUE, Pill.Tone.DANGER);
            case ERROR -> pill.show(words, Icons.ERROR, Pill.Tone.DANGER);
        }
        pill.setAccessibleText(words + ". " + AudienceText.reason(audience));
    }
}
