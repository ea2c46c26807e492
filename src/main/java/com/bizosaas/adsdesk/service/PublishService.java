package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.PublishBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Publishes reviewed drafts in the background: in batches through the write journal, at the pace that Facebook's limits
/// allow, each row read back and compared. Editing goes on meanwhile. What was interrupted goes on at the next start, and
/// nothing is sent twice.
@Needs(Role.PUBLISHER)
public interface PublishService {

    /// Starts publishing and returns at once. Drafts with a red check stay behind; so do children of what stays behind.
    ///
    /// @param selected null for all drafts
    /// @param policy what happens to fields that somebody changed at Facebook and nobody decided
    /// @param undoes the batch that this one takes back; empty to go by where the drafts come from
    /// @param note why, for the list of batches and the audit log; empty for none
    /// @throws DeskException if nothing can be published
    PublishBatch publish(TenantId tenant, @Nullable Set<DraftKey> selected, Conflict.Policy policy, String undoes,
            String note);

    /// The same without a reason.
    default PublishBatch publish(TenantId tenant, @Nullable Set<DraftKey> selected, Conflict.Policy policy,
            String undoes) {
        return publish(tenant, selected, policy, undoes, "");
    }

    /// Newest first, with what became of each row so far.
    @Needs(Role.VIEWER)
    List<PublishBatch> batches(TenantId tenant, int limit);

    /// @throws DeskException if there is no such batch
    @Needs(Role.VIEWER)
    PublishBatch batch(TenantId tenant, String batch);

    /// By batch that was taken back, the one that took it back last.
    @Needs(Role.VIEWER)
    Map<String, String> takenBackBy(TenantId tenant);

    /// Sends nothing more until [#resume]; what is on its way comes to its end.
    void pause(TenantId tenant, String batch);

    void resume(TenantId tenant, String batch);

    /// Gives up what was not sent. It stays a draft.
    void stop(TenantId tenant, String batch);

    /// Sends again what failed, was held or stopped, and nothing else.
    ///
    /// @return how many rows are sent again
    int retry(TenantId tenant, String batch);

    /// How long publishing would take at the limits' pace.
    @Needs(Role.VIEWER)
    Estimate estimate(TenantId tenant, @Nullable Set<DraftKey> selected);

    /// What taking a batch back would do, by what Facebook has now. Nothing is drafted yet.
    @Needs(Role.VIEWER)
    UndoPlan undoPlan(TenantId tenant, String batch);

    /// Drafts taking the batch back, one step; review and publish it like any other draft.
    ///
    /// @return what was drafted: those with a conflict carry all three values
    @Needs(Role.EDITOR)
    Set<DraftKey> undo(TenantId tenant, String batch);

    /// @param writes calls that change something
    /// @param takes until the last of them is read back, from now
    /// @param asking how much longer it takes if Facebook is asked for its word on each of them first; zero where that
    ///        is known
    record Estimate(int writes, Duration takes, Duration asking) {
    }

    /// @param revertible still as it was published
    /// @param conflicts changed since by somebody: before, published, and now
    /// @param impossible with the reason
    /// @param creatives how many creatives were made with the batch: they stay in the ad account's library, with the images
    ///        that went up for them, for no creative that was ever used can be deleted with its ad
    record UndoPlan(List<UndoRow> revertible, List<UndoRow> conflicts, List<UndoRow> impossible, int creatives) {

        public UndoPlan {
            revertible = List.copyOf(revertible);
            conflicts = List.copyOf(conflicts);
            impossible = List.copyOf(impossible);
        }
    }

    /// One field of one object of a batch.
    ///
    /// @param action what undoing does to the object
    /// @param field empty for the object as a whole
    /// @param reason why it cannot be undone, empty where it can
    /// @param shown the three values for people
    record UndoRow(DraftKey key, String name, Draft.Action action, String field, String before, String published,
            String now, String reason, UndoWords shown) {
    }

    /// The values of an [UndoRow] for people: amounts with their currency, times in the account's zone.
    ///
    /// @param path campaign and ad set that the object is in, empty for a campaign
    record UndoWords(String path, String before, String published, String now) {
    }
}
