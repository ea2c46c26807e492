package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.ScopeModel;
import com.bizosaas.adsdesk.ui.common.ScopeReader;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// State of the Creatives tab: the account's creatives with their figures, what is shown of them, and the selected one.
/// FX thread only.
final class CreativesViewModel {

    /// What the store holds for one scope.
    ///
    /// @param asOf when the creatives were read from Facebook, null if never
    record Library(AdAccount account, Scope scope, @Nullable Instant asOf, boolean stale, List<CreativeCard> cards) {
    }

    private static final int BAR_DAYS = 14;
    /// Together these make sync read insights down to the ads.
    private static final Set<Topic> TOPICS = Set.of(Topic.CREATIVES, Topic.CAMPAIGNS, Topic.INSIGHTS);

    private final ReadOnlyObjectWrapper<@Nullable Library> library = new ReadOnlyObjectWrapper<>(this, "library", null);
    private final ReadOnlyObjectWrapper<CreativeQuery> query = new ReadOnlyObjectWrapper<>(this, "query",
            CreativeQuery.ALL);
    private final ReadOnlyObjectWrapper<@Nullable CreativeCard> selected = new ReadOnlyObjectWrapper<>(this, "selected",
            null);
    private final ObservableList<CreativeCard> shown = FXCollections.observableArrayList();
    private final ObservableList<CreativeCard> readOnlyShown = FXCollections.unmodifiableObservableList(shown);
    private final ScopeReader<Library> reader;
    private final DeskServices services;
    private final Locale locale;

    CreativesViewModel(DeskServices services, TaskRunner tasks, ScopeModel scope, Locale locale) {
        this.services = services;
        this.locale = locale;
        reader = new ScopeReader<>(tasks, scope, services.events(), services.sync(),
                TOPICS, TOPICS, CreativesViewModel::looked, this::read);
        reader.valueProperty().addListener((_, _, read) -> {
            library.set(read);
            arrange();
        });
    }

    ReadOnlyObjectProperty<@Nullable Library> libraryProperty() {
        return library.getReadOnlyProperty();
    }

    @Nullable
    Library library() {
        return library.get();
    }

    ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return reader.failureProperty();
    }

    ReadOnlyObjectProperty<SyncState> syncProperty() {
        return reader.stateProperty();
    }

    ReadOnlyObjectProperty<CreativeQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    CreativeQuery query() {
        return query.get();
    }

    ObservableList<CreativeCard> shown() {
        return readOnlyShown;
    }

    ReadOnlyObjectProperty<@Nullable CreativeCard> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    void ask(CreativeQuery changed) {
        query.set(changed);
        arrange();
    }

    void select(@Nullable CreativeCard card) {
        selected.set(card);
    }

    /// How many cards a format would show under the present search.
    ///
    /// @param format null for all
    int count(Creative.@Nullable Format format) {
        Library current = library.get();
        return current == null
                ? 0
                : (int) current.cards().stream().filter(query.get()::matchesAllButFormat)
                        .filter(card -> format == null || card.creative().format() == format).count();
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

    private Library read(Scope scope, AdAccount account) {
        var tenant = scope.tenant().id();
        var id = account.id();
        Stamped<List<Creative>> creatives = services.creatives().creatives(tenant, id);
        AdStructure structure = services.campaigns().structure(tenant, id).value();
        DateRange comparison = scope.comparison();
        DateRange bars = bars(scope);
        List<DailyFact> now = services.insights().daily(tenant, id, Level.AD, scope.range()).value();
        List<DailyFact> before = comparison == null
                ? null
                : services.insights().daily(tenant, id, Level.AD, comparison).value();
        List<DailyFact> recent = services.insights().daily(tenant, id, Level.AD, bars).value();
        return new Library(account, scope, creatives.asOf(), creatives.stale(),
                CreativeCards.of(creatives.value(), structure, now, before, recent, bars));
    }

    private void arrange() {
        Library current = library.get();
        List<CreativeCard> cards = current == null ? List.of() : query.get().apply(current.cards(), locale);
        shown.setAll(cards);
        CreativeCard chosen = selected.get();
        if (chosen != null) {
            selected.set(current == null
                    ? null
                    : current.cards().stream().filter(card -> card.creative().id().equals(chosen.creative().id()))
                            .findFirst().orElse(null));
        }
    }

    private static DateRange bars(Scope scope) {
        return new DateRange(scope.range().until().minusDays(BAR_DAYS - 1), scope.range().until());
    }

    static DateRange looked(Scope scope) {
        DateRange comparison = scope.comparison();
        var since = bars(scope).since();
        for (DateRange range : comparison == null ? List.of(scope.range()) : List.of(scope.range(), comparison)) {
            since = range.since().isBefore(since) ? range.since() : since;
        }
        return new DateRange(since, scope.range().until());
    }
}
