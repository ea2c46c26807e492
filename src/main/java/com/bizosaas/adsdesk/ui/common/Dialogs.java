package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the operator. Nothing blocks: answers come as calls, on the FX thread, so that a test can answer in place of a
/// person. One dialog is seen at a time; one that opens over another is answered first.
public interface Dialogs {

    /// Asks before something happens. Esc and closing are the safe way out.
    void ask(Question question, Runnable confirmed);

    /// Shows a form; it stays open until it is closed by [DialogForm#close()] or by the operator.
    void show(DialogForm form);

    /// Shows a window of its own kind; it stays open until [OverlayPane#close()].
    void open(OverlayPane pane);

    /// Whether a dialog is open now.
    boolean isOpen();

    /// A yes-or-no question.
    ///
    /// @param tenant whose ads or data are at risk; its plate stands in the dialog's head; null where it is nobody's
    /// @param action names what will happen, such as "Pause 3 campaigns"
    /// @param danger whether it cannot be taken back
    /// @param typed what must be typed before the action can be used, empty for nothing
    /// @param places the ad accounts it happens in, with their ids, named beside the tenant; empty where it is none
    record Question(@Nullable Tenant tenant, List<String> places, String title, String text, String action,
            boolean danger, String typed) {

        public Question {
            places = List.copyOf(places);
        }

        public static Question plain(@Nullable Tenant tenant, String title, String text, String action) {
            return new Question(tenant, List.of(), title, text, action, false, "");
        }

        public static Question danger(@Nullable Tenant tenant, String title, String text, String action) {
            return new Question(tenant, List.of(), title, text, action, true, "");
        }

        public Question typed(String words) {
            return new Question(tenant, places, title, text, action, danger, words);
        }

        public Question in(AdAccount where) {
            return in(List.of(Labels.place(where)));
        }

        /// @param where what [Labels#place] says of each account
        public Question in(List<String> where) {
            return new Question(tenant, where, title, text, action, danger, typed);
        }
    }
}
