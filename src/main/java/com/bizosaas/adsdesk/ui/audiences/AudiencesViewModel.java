package com.bizosaas.adsdesk.ui.audiences;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.AudienceRuleWords;
import com.bizosaas.adsdesk.draft.AudienceValues;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.AudienceService;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.ScopeReader;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// State of the Audiences tab: the account's audiences as a tree, what is shown of it, the selected one, and what can be drafted.
/// FX thread only.
final class AudiencesViewModel {

    /// What the store holds for one account.
    ///
    /// @param asOf when it was read from Facebook, null if never
    /// @param rules rules in words, for audiences that have one
    record Audiences(Tenant tenant, AdAccount account, @Nullable Instant asOf, boolean stale,
            List<CustomAudience> all, List<AudienceRow> tree, Map<GraphId, String> rules) {

        List<AudienceRow> rows() {
            return AudienceTree.flat(tree);
        }

        long count(AudienceState state) {
            return rows().stream().filter(row -> row.state() == state).count();
        }
    }

    private final ReadOnlyObjectWrapper<@Nullable Audiences> audiences = new ReadOnlyObjectWrapper<>(this, "audiences",
            null);
    private final ReadOnlyObjectWrapper<List<AudienceRow>> shown = new ReadOnlyObjectWrapper<>(this, "shown",
            List.of());
    private final ReadOnlyObjectWrapper<@Nullable AudienceRow> selected = new ReadOnlyObjectWrapper<>(this, "selected",
            null);
    private final ScopeReader<Audiences> reader;
    private final AudienceService service;
    private final DraftService drafts;
    private final PersonService persons;
    private final TaskRunner tasks;
    private String text = "";
    private @Nullable AudienceType type;

    AudiencesViewModel(DeskServices services, TaskRunner tasks, ScopeModel scope, Locale locale) {
        service = services.audiences();
        drafts = services.workbench().drafts();
        persons = services.persons();
        this.tasks = tasks;
        reader = new ScopeReader<>(tasks, scope, services.events(), services.sync(), Set.of(Topic.AUDIENCES),
                Set.of(Topic.AUDIENCES),
                Scope::range, (now, account) -> read(now, account, locale));
        reader.valueProperty().addListener((_, _, read) -> {
            audiences.set(read);
            arrange();
        });
    }

    ReadOnlyObjectProperty<@Nullable Audiences> audiencesProperty() {
        return audiences.getReadOnlyProperty();
    }

    @Nullable
    Audiences audiences() {
        return audiences.get();
    }

    /// The roots that pass the filter, with their passing children.
    ReadOnlyObjectProperty<List<AudienceRow>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable AudienceRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return reader.failureProperty();
    }

    ReadOnlyObjectProperty<SyncState> syncProperty() {
        return reader.stateProperty();
    }

    void search(String changed) {
        text = changed.strip().toLowerCase(Locale.ROOT);
        arrange();
    }

    /// @param chosen null for all types
    void showType(@Nullable AudienceType chosen) {
        type = chosen;
        arrange();
    }

    @Nullable
    AudienceType type() {
        return type;
    }

    /// How many audiences of a type pass the search.
    ///
    /// @param counted null for all types
    int count(@Nullable AudienceType counted) {
        Audiences current = audiences.get();
        return current == null
                ? 0
                : (int) current.rows().stream()
                        .filter(row -> (counted == null || row.type() == counted) && passesSearch(row)).count();
    }

    void select(@Nullable AudienceRow row) {
        selected.set(row);
    }

    /// Whether person and sign-in may draft audiences here.
    boolean canWrite() {
        return audiences.get() != null && readOnly().isEmpty();
    }

    /// Why they may not, empty where they may.
    String readOnly() {
        Audiences current = audiences.get();
        if (current == null) {
            return "";
        }
        return Permit.reason(persons.current().role(), Role.EDITOR).orElse(current.account().canAdvertise()
                ? ""
                : "This sign-in may only look at “" + current.account().name()
                        + "”. Ask its owner for the task Advertise.");
    }

    void activate() {
        reader.activate();
    }

    void deactivate() {
        reader.deactivate();
    }

    void refresh() {
        reader.refresh();
    }

    /// The account's pixels, for the dialog that makes a website audience.
    void pixels(Consumer<List<AudienceService.Pixel>> found, Consumer<? super Throwable> failed) {
        Audiences current = audiences.get();
        if (current != null) {
            tasks.call(() -> service.pixels(current.tenant().id(), current.account().id())).onSuccess(found)
                    .onError(failed).start();
        }
    }

    /// Drafts a lookalike that has no [LookalikeDraft#problem].
    void create(LookalikeDraft draft, Runnable done, Consumer<? super Throwable> failed) {
        CustomAudience source = draft.source();
        if (source != null) {
            create(AudienceValues.lookalike(draft.name(), source.id(), draft.country(), 0, draft.ratio()), done,
                    failed);
        }
    }

    /// Drafts a website audience that has no [WebsiteDraft#problem].
    void create(WebsiteDraft draft, Runnable done, Consumer<? super Throwable> failed) {
        AudienceService.Pixel pixel = draft.pixel();
        if (pixel != null) {
            create(AudienceValues.website(draft.name(), pixel.id(), draft.event(), draft.urlContains(),
                    draft.retentionDays()), done, failed);
        }
    }

    private void create(Map<String, String> values, Runnable done, Consumer<? super Throwable> failed) {
        Audiences current = audiences.get();
        if (current != null) {
            draft(() -> drafts.create(current.tenant().id(), current.account().id(), Level.AUDIENCE, values), done,
                    failed);
        }
    }

    /// Drafts a deletion.
    void delete(AudienceRow row, Consumer<? super Throwable> failed) {
        Audiences current = audiences.get();
        if (current != null) {
            DraftKey key = DraftKey.of(current.account().id(), Level.AUDIENCE, row.audience().id());
            draft(() -> drafts.remove(current.tenant().id(), List.of(key)), () -> {
            }, failed);
        }
    }

    /// Takes back what is drafted for a row.
    void discard(AudienceRow row, Consumer<? super Throwable> failed) {
        Audiences current = audiences.get();
        Draft drafted = row.draft();
        if (current != null && drafted != null) {
            draft(() -> drafts.discard(current.tenant().id(), List.of(drafted.key())), () -> {
            }, failed);
        }
    }

    private void draft(Runnable edit, Runnable done, Consumer<? super Throwable> failed) {
        tasks.run(edit).onSuccess(_ -> {
            done.run();
            reader.reload();
        }).onError(failed).start();
    }

    /// Drafts changed: they are part of what is shown.
    void reload() {
        reader.reload();
    }

    private Audiences read(Scope scope, AdAccount account, Locale locale) {
        Stamped<List<CustomAudience>> stored = service.audiences(scope.tenant().id(), account.id());
        Map<GraphId, String> rules = stored.value().stream()
                .filter(audience -> audience.rule() != null && !audience.rule().isBlank()).collect(Collectors.toMap(
                        CustomAudience::id, audience -> AudienceRuleWords.of(String.valueOf(audience.rule())),
                        (one, _) -> one));
        List<Draft> drafted = drafts.book(scope.tenant().id()).drafts(account.id()).stream()
                .filter(draft -> draft.key().level() == Level.AUDIENCE).toList();
        return new Audiences(scope.tenant(), account, stored.asOf(), stored.stale(), stored.value(),
                AudienceTree.of(stored.value(), drafted, locale), rules);
    }

    private boolean passesSearch(AudienceRow row) {
        return text.isEmpty() || row.audience().name().toLowerCase(Locale.ROOT).contains(text)
                || row.audience().id().value().contains(text);
    }

    private void arrange() {
        Audiences current = audiences.get();
        List<AudienceRow> tree = current == null ? List.of() : current.tree();
        boolean all = text.isEmpty() && type == null;
        shown.set(all
                ? tree
                : AudienceTree.filter(tree, row -> (type == null || row.type() == type) && passesSearch(row)));
        AudienceRow chosen = selected.get();
        if (chosen != null) {
            selected.set(current == null
                    ? null
                    : current.rows().stream().filter(row -> row.audience().id().equals(chosen.audience().id()))
                            .findFirst().orElse(null));
        }
    }
}
