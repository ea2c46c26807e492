package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FindReplace;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.draft.TargetingChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Editing without writing to Facebook. Every edit is stored before the call returns, can be undone without limit, and
/// works offline. Values are the API's own: see [com.bizosaas.adsdesk.draft.Fields].
///
/// Nothing in here writes to an ad account; `validate_only` is a question.
@Needs(Role.EDITOR)
public interface DraftService {

    /// All drafts of a tenant, at once.
    @Needs(Role.VIEWER)
    DraftBook book(TenantId tenant);

    /// Ids of objects that were new once, by the key they had as drafts: what refers to them may still say the key.
    @Needs(Role.VIEWER)
    Map<String, String> aliases(TenantId tenant);

    /// Sets fields of one object. Values equal to what Facebook has take their drafts away.
    ///
    /// @throws DeskException naming the field whose value cannot be drafted
    void edit(TenantId tenant, DraftKey key, Map<String, String> values);

    /// The same for many objects as one step.
    ///
    /// @param label for “Undo …”, such as `Budgets of 31 ad sets`
    void edit(TenantId tenant, String label, Map<DraftKey, Map<String, String>> values);

    /// The same within one visit of a field, such as keystroke after keystroke: edits of a visit that follow each other
    /// are one step, and undone together.
    ///
    /// @param visit a word that no other visit has
    void edit(TenantId tenant, String label, Map<DraftKey, Map<String, String>> values, String visit);

    /// Drafts a new object.
    ///
    /// @param values with `campaign_id` or `adset_id` of its parent, which may be a new one
    /// @return its key
    DraftKey create(TenantId tenant, AdAccountId account, Level level, Map<String, String> values);

    /// Drafts new objects as one step, parents before children.
    List<DraftKey> create(TenantId tenant, AdAccountId account, String label, List<NewObject> objects);

    /// Drafts deletions. New objects just go, with what is drafted below them.
    void remove(TenantId tenant, Collection<DraftKey> keys);

    /// Takes drafts back as a whole.
    void discard(TenantId tenant, Collection<DraftKey> keys);

    /// Takes single fields of a draft back.
    void discard(TenantId tenant, DraftKey key, List<String> fields);

    /// What *Undo* and *Redo* would do.
    @Needs(Role.VIEWER)
    UndoState undoState(TenantId tenant);

    /// @return false where there is nothing to undo
    boolean undo(TenantId tenant);

    boolean redo(TenantId tenant);

    /// Takes back the newest edit of these tenants; one that was made in several of them, in each.
    ///
    /// @return false where there is nothing to undo
    boolean undo(Collection<TenantId> tenants);

    boolean redo(Collection<TenantId> tenants);

    /// What an object has and will have, drafts included: the store's fields and those read before.
    @Needs(Role.VIEWER)
    Map<String, String> values(TenantId tenant, DraftKey key);

    /// Reads all fields of an object that can be drafted, from Facebook, and keeps them for offline work. An editor calls
    /// it when it opens; drafts get their base from it.
    ///
    /// @throws DeskException where Facebook cannot be asked; what was read before stays
    @Needs(Role.VIEWER)
    Map<String, String> read(TenantId tenant, DraftKey key);

    /// The same for every object of an account, to work offline: targetings, promoted objects, URL parameters.
    ///
    /// @return how many objects were read
    @Needs(Role.VIEWER)
    int readAll(TenantId tenant, AdAccountId account);

    /// What setting fields would make of the objects, a row for each field; what cannot be set is refused with its reason.
    @Needs(Role.VIEWER)
    List<Preview> preview(TenantId tenant, Map<DraftKey, Map<String, String>> values);

    /// What a change of budgets would make of each object; one without a budget of its own is refused. A campaign whose ad
    /// sets hold the budgets stands for these.
    @Needs(Role.VIEWER)
    List<Preview> budgets(TenantId tenant, Collection<DraftKey> keys, BudgetChange change);

    /// What find and replace would make of a text field (`name`, `url_tags`, …). Objects that do not hold it are left out, those whose text is
    /// not known are refused.
    @Needs(Role.VIEWER)
    List<Preview> replace(TenantId tenant, Collection<DraftKey> keys, String field, FindReplace change);

    /// What one change of many targetings would make of each ad set; what is not known of one is refused with the reason.
    @Needs(Role.VIEWER)
    List<Preview> retarget(TenantId tenant, Collection<DraftKey> keys, TargetingChange change);

    /// What putting text before or after a field would make of it.
    @Needs(Role.VIEWER)
    List<Preview> append(TenantId tenant, Collection<DraftKey> keys, String field, String before, String after);

    /// What a naming template would make of the names.
    @Needs(Role.VIEWER)
    List<Preview> rename(TenantId tenant, Collection<DraftKey> keys, NamePattern pattern);

    /// Drafts what was previewed, as one step.
    void apply(TenantId tenant, String label, List<Preview> previews);

    /// The same for several tenants. It stands in each as a step of its own; undone together they are one.
    void apply(String label, Map<TenantId, List<Preview>> previews);

    /// The copies that [#duplicate] would draft, by what is known without asking Facebook, parents before children.
    @Needs(Role.VIEWER)
    List<NewObject> copies(TenantId tenant, Collection<DraftKey> keys, Duplication duplication);

    /// Drafts copies, one step. What the originals are made of is read first where it is not known.
    ///
    /// @return keys of the copies of the given objects and what is below them
    List<DraftKey> duplicate(TenantId tenant, Collection<DraftKey> keys, Duplication duplication);

    /// What a copy to another account has to be told: the Pages, pixels, audiences, images and creatives that the
    /// originals use. Asks Facebook for what is not known.
    @Needs(Role.VIEWER)
    Set<Copies.Used> used(TenantId tenant, Collection<DraftKey> keys);

    /// What an account has that could take their place, names by id; asks Facebook.
    ///
    /// @param kinds as in [Copies.Used]
    /// @return by kind; a kind that Facebook does not list is missing
    @Needs(Role.VIEWER)
    Map<String, Map<String, String>> choices(TenantId tenant, AdAccountId account, Set<String> kinds);

    /// Drafts copies in another account, which may be another client's. Budgets are left out where the currency differs.
    /// Images that go along are copied when the ad that shows them is published.
    ///
    /// @param mapping what takes the place of each of [#used], by id; [Copies#ALONG] for an image or a creative that is to
    ///        be made there too
    /// @throws DeskException if something that is used is not mapped, naming it
    List<DraftKey> copy(TenantId from, Collection<DraftKey> keys, TenantId to, AdAccountId account,
            Map<String, String> mapping, Duplication duplication);

    @Needs(Role.VIEWER)
    List<Conflict> conflicts(TenantId tenant);

    /// Decides one field.
    void decide(TenantId tenant, DraftKey key, String field, Conflict.Decision decision);

    /// Decides one field for a value that is neither the draft's nor Facebook's.
    ///
    /// @throws DeskException naming the field whose value cannot be drafted
    void decide(TenantId tenant, DraftKey key, String field, String value);

    /// Decides every conflict of a tenant, as one step.
    void decideAll(TenantId tenant, Conflict.Decision decision);

    /// Compares every draft with what Facebook has now, and fills in bases that were never read.
    ///
    /// @return the conflicts found
    List<Conflict> compare(TenantId tenant);

    /// Everything that would be written. Asks nobody; [#check] adds Facebook's own word.
    ///
    /// @param selected null for all drafts
    @Needs(Role.VIEWER)
    Review review(TenantId tenant, @Nullable Set<DraftKey> selected);

    /// The review after Facebook was asked for its word on each draft that passes the local rules (`validate_only`).
    /// Children of new objects are asked about once their parents exist.
    Review check(TenantId tenant, @Nullable Set<DraftKey> selected);

    /// A new object to be drafted.
    ///
    /// @param ref a name by which others of the same call refer to it as their parent, such as `#campaign`; empty for none
    record NewObject(String ref, Level level, Map<String, String> values) {
    }

    /// One field of one object, before and after.
    ///
    /// @param note what stopped, rounded or refused the value, empty for nothing
    record Preview(DraftKey key, String name, String field, String before, String after, String note) {

        public boolean changes() {
            return !before.equals(after);
        }

        /// Whether it is refused because the field was never read of this object.
        public boolean isUnread() {
            return refused() && note.equals(DraftPreviews.UNREAD);
        }

        /// Whether it stays as it is for the reason in the note.
        public boolean refused() {
            return !changes() && !note.isEmpty();
        }
    }

    /// @param undo label of the step that would be undone, null for none
    record UndoState(@Nullable String undo, @Nullable String redo) {

        public Optional<String> undoLabel() {
            return Optional.ofNullable(undo);
        }
    }

    /// How copies are made.
    ///
    /// @param deep with everything below
    /// @param names null to put “ – Copy” behind the names
    /// @param overrides values by level that every copy of that level gets
    /// @param times 1 to 100
    /// @param budget changes the budgets that the copies have, null to keep them
    /// @param mapping other pixels, audiences and the like, by the id that the original uses
    record Duplication(boolean deep, @Nullable NamePattern names, Map<Level, Map<String, String>> overrides,
            int times, @Nullable BudgetChange budget, Map<String, String> mapping) {

        public static final Duplication PLAIN = new Duplication(true, null, Map.of(), 1);

        public Duplication {
            if (times < 1 || times > 100) {
                throw new IllegalArgumentException("1 to 100 copies are made at a time");
            }
        }

        public Duplication(boolean deep, @Nullable NamePattern names, Map<Level, Map<String, String>> overrides,
                int times) {
            this(deep, names, overrides, times, null, Map.of());
        }
    }
}
