package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import java.util.Map;

/// What is still to be said about a field, and in which step it is mended.
///
/// @param field empty for the object as a whole
/// @param text what is wrong, without a full stop
/// @param fix what to do about it
/// @param repair values that would mend it, empty where a person must decide
record Gap(DraftKey key, StepId step, String field, Severity severity, String text, String fix,
        Map<String, String> repair) {

    static Gap of(Finding finding) {
        return new Gap(finding.key(), StepId.of(finding.key().level(), finding.field()), finding.field(),
                finding.severity(), finding.text(), finding.fix(), finding.repair());
    }

    static Gap red(DraftKey key, String field, String text, String fix) {
        return new Gap(key, StepId.of(key.level(), field), field, Severity.RED, text, fix, Map.of());
    }

    boolean stops() {
        return severity == Severity.RED;
    }

    boolean isAt(DraftKey object, String name) {
        return key.equals(object) && field.equals(name);
    }

    /// Text and fix as sentences.
    String sentence() {
        return text + "." + (fix.isEmpty() ? "" : " " + fix);
    }
}
