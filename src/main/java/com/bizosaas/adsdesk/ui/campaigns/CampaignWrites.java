package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.service.CampaignDraft;
import com.bizosaas.adsdesk.service.CampaignEdit;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.function.Consumer;

/// Creates, changes, archives and deletes campaigns in the frame it is given, whatever is looked at by the time Facebook
/// answers. FX thread only.
final class CampaignWrites {

    private final CampaignService campaigns;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Runnable written;

    CampaignWrites(CampaignService campaigns, TaskRunner tasks, Notifier notifier, Runnable written) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.notifier = notifier;
        this.written = written;
    }

    void create(Frame frame, CampaignDraft draft, Consumer<GraphId> done, Consumer<Problem> refused) {
        tasks.call(() -> campaigns.create(frame.tenant().id(), frame.account().id(), draft)).onSuccess(id -> {
            notifier.done(named(draft.name()) + " created, paused", null);
            written.run();
            done.accept(id);
        }).onError(thrown -> refused.accept(Problems.of(thrown))).start();
    }

    void update(Frame frame, Campaign campaign, CampaignEdit edit, Runnable done, Consumer<Problem> refused) {
        tasks.run(() -> campaigns.update(frame.tenant().id(), frame.account().id(), campaign.id(), edit))
                .onSuccess(_ -> {
                    notifier.done(named(campaign.name()) + " changed", () -> putBack(frame, campaign, edit));
                    written.run();
                    done.run();
                }).onError(thrown -> refused.accept(Problems.of(thrown))).start();
    }

    private void putBack(Frame frame, Campaign campaign, CampaignEdit edit) {
        CampaignEdit old = new CampaignEdit(edit.name() == null ? null : campaign.name(),
                edit.budget() == null ? null : campaign.budget(),
                edit.bidStrategy() == null ? null : campaign.bidStrategy());
        tasks.run(() -> campaigns.update(frame.tenant().id(), frame.account().id(), campaign.id(), old))
                .onSuccess(_ -> {
                    notifier.done(named(campaign.name()) + " put back", null);
                    written.run();
                }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    void archive(Frame frame, Campaign campaign) {
        tasks.run(() -> campaigns.archive(frame.tenant().id(), frame.account().id(), campaign.id()))
                .onSuccess(_ -> told(campaign, "archived"))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    void delete(Frame frame, Campaign campaign) {
        tasks.run(() -> campaigns.delete(frame.tenant().id(), frame.account().id(), campaign.id()))
                .onSuccess(_ -> told(campaign, "deleted"))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private void told(Campaign campaign, String what) {
        notifier.done(named(campaign.name()) + " " + what, null);
        written.run();
    }

    private static String named(String name) {
        return "“" + Labels.isolated(name) + "”";
    }
}
