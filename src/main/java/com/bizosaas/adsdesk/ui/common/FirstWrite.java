package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.ProfileService;
import java.util.List;

/// Asks once a day, tenant and person whether this is the client that is meant, before anything is written there. FX thread
/// only.
public final class FirstWrite {

    private final ProfileService profiles;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;

    public FirstWrite(DeskContext context) {
        profiles = context.services().profiles();
        tasks = context.tasks();
        dialogs = context.dialogs();
        notifier = context.notifier();
    }

    /// Goes on with the write at once, after the answer, or not at all.
    public void before(Tenant tenant, AdAccount account, Runnable write) {
        before(tenant, List.of(Labels.place(account)), write, () -> {
        });
    }

    /// The same for several accounts.
    ///
    /// @param places what [Labels#place] says of each account
    /// @param answered called once it is known whether to ask
    public void before(Tenant tenant, List<String> places, Runnable write, Runnable answered) {
        tasks.call(() -> profiles.isFirstWriteToday(tenant.id())).onSuccess(first -> {
            answered.run();
            if (first) {
                ask(tenant, places, write);
            } else {
                write.run();
            }
        }).onError(thrown -> {
            answered.run();
            notifier.failed(Problems.of(thrown));
        }).start();
    }

    private void ask(Tenant tenant, List<String> places, Runnable write) {
        dialogs.ask(Dialogs.Question.plain(tenant, "Write to " + Labels.isolated(tenant.name()) + "?",
                "It is your first change of today for this client"
                        + (places.isEmpty() ? "." : ", in the ad account " + String.join(", ", places) + "."),
                "Yes, this client").in(places),
                () -> tasks.run(() -> profiles.confirmFirstWrite(tenant.id())).onSuccess(_ -> write.run())
                        .onError(thrown -> notifier.failed(Problems.of(thrown))).start());
    }
}
