package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.service.CampaignService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/// Pauses and resumes: shows the new position at once, asks Facebook, and takes it back with the reason when refused.
///
/// A position stays shown over the store until a read that began after Facebook's answer has come in. Writes that were
/// started are never cancelled, not by a change of tenant either. FX thread only.
final class StatusSwitch {

    private static final int NAMED = 3;

    private final CampaignService campaigns;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Runnable shownChanged;
    private final Runnable written;
    private final Map<RowKey, Status> asked = new HashMap<>();
    private final Map<RowKey, Problem> refused = new HashMap<>();
    private final Set<RowKey> confirmed = new HashSet<>();

    /// @param shownChanged what is shown differs now
    /// @param written the store holds something newer
    StatusSwitch(CampaignService campaigns, TaskRunner tasks, Notifier notifier, Runnable shownChanged,
            Runnable written) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.notifier = notifier;
        this.shownChanged = shownChanged;
        this.written = written;
    }

    Switches shown() {
        return new Switches(asked, refused);
    }

    /// Positions that Facebook has confirmed; to be handed to [#settle] after a read that began now.
    Set<RowKey> confirmed() {
        return Set.copyOf(confirmed);
    }

    void settle(Set<RowKey> read) {
        read.forEach(asked::remove);
        confirmed.removeAll(read);
    }

    /// Switches all of the rows that can be switched and are not there yet; each is a call of its own.
    void apply(Collection<CampaignRow> rows, boolean on) {
        apply(rows, on ? Status.ACTIVE : Status.PAUSED, true);
    }

    private void apply(Collection<CampaignRow> rows, Status target, boolean undoable) {
        List<CampaignRow> open = rows.stream()
                .filter(row -> row.canSwitch() && !waits(row) && (!undoable || !row.subject().status().equals(target)))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        for (CampaignRow row : open) {
            asked.put(row.key(), target);
            refused.remove(row.key());
            confirmed.remove(row.key());
        }
        shownChanged.run();
        new Batch(target, open, undoable).start();
    }

    private boolean waits(CampaignRow row) {
        return asked.containsKey(row.key()) && !confirmed.contains(row.key());
    }

    private final class Batch {

        private final Status target;
        private final List<CampaignRow> rows;
        private final boolean undoable;
        private final List<CampaignRow> done = new ArrayList<>();
        private final List<Refusal> failed = new ArrayList<>();
        private int open;

        private record Refusal(CampaignRow row, Problem problem) {
        }

        Batch(Status target, List<CampaignRow> rows, boolean undoable) {
            this.target = target;
            this.rows = rows;
            this.undoable = undoable;
            this.open = rows.size();
        }

        void start() {
            for (CampaignRow row : rows) {
                tasks.run(() -> campaigns.setStatus(row.key().place().tenant(), row.key().place().account(),
                        row.key().level(),
                        row.key().id(), target)).onSuccess(_ -> {
                            confirmed.add(row.key());
                            done.add(row);
                        }).onError(thrown -> {
                            Problem problem = Problems.of(thrown);
                            asked.remove(row.key());
                            refused.put(row.key(), problem);
                            failed.add(new Refusal(row, problem));
                        }).andFinally(this::answered).start();
            }
        }

        private void answered() {
            open--;
            if (open > 0) {
                return;
            }
            shownChanged.run();
            if (!done.isEmpty()) {
                written.run();
                Status back = target.isOn() ? Status.PAUSED : Status.ACTIVE;
                notifier.done(what(done) + (target.isOn() ? " switched on" : " paused"),
                        undoable ? () -> apply(done, back, false) : null);
            }
            if (!failed.isEmpty()) {
                notifier.failed(summary());
            }
        }

        private Problem summary() {
            Refusal first = failed.getFirst();
            Problem reason = first.problem();
            String not = target.isOn() ? " not switched on" : " not paused";
            if (rows.size() == 1) {
                String remedy = reason.title() + ". " + reason.remedy();
                return new Problem(reason.kind(), named(first.row()) + not, remedy, "", reason.until(),
                        reason.details());
            }
            StringJoiner reasons = new StringJoiner(" ");
            failed.stream().limit(NAMED)
                    .forEach(refusal -> reasons.add(named(refusal.row()) + ": " + refusal.problem().title() + "."));
            if (failed.size() > NAMED) {
                reasons.add("And " + (failed.size() - NAMED) + " more; the rows say why.");
            }
            StringJoiner details = new StringJoiner("\n");
            failed.stream().filter(refusal -> !refusal.problem().details().isBlank())
                    .forEach(refusal -> details.add(refusal.row().name() + ": " + refusal.problem().details()));
            return new Problem(reason.kind(), failed.size() + " of " + rows.size() + not, reasons.toString(), "",
                    reason.until(), details.toString());
        }
    }

    /// The name of one, the counts of several: "2 campaigns and 1 ad set".
    private static String what(List<CampaignRow> rows) {
        if (rows.size() == 1) {
            return named(rows.getFirst());
        }
        List<String> counts = new ArrayList<>();
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD)) {
            int count = Math.toIntExact(rows.stream().filter(row -> row.key().level() == level).count());
            if (count > 0) {
                counts.add(Words.counted(level, count));
            }
        }
        return String.join(" and ", counts);
    }

    private static String named(CampaignRow row) {
        return "“" + Labels.isolated(row.name()) + "”";
    }
}
