package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Language;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.service.TargetingService.Resolved;
import com.bizosaas.adsdesk.ui.targeting.Chip.Unresolved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The targeting that is edited, with what is known around it: sizes, names, and lines that nobody could place. Every
/// change is told to all rows. FX thread only.
final class EditorModel {

    /// Rows in which a pasted line can stay unresolved.
    enum Lines {
        PLACES("place"),
        DETAILS("detail"),
        LANGUAGES("language"),
        AUDIENCES("audience"),
        EXCLUDED_AUDIENCES(
                "audience");

        private final String word;

        Lines(String word) {
            this.word = word;
        }
    }

    private final TenantId tenant;
    private final AdAccountId account;
    private final Runnable changed;
    private final Map<Lines, List<Unresolved>> unresolved = new HashMap<>();
    private final Map<String, People> sizes = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private TargetingSpec spec = TargetingSpec.of("");
    private List<String> categories = List.of();
    private List<CustomAudience> audiences = List.of();
    private List<Language> languages = List.of();

    /// @param changed called after every change
    EditorModel(TenantId tenant, AdAccountId account, Runnable changed) {
        this.tenant = tenant;
        this.account = account;
        this.changed = changed;
    }

    TenantId tenant() {
        return tenant;
    }

    AdAccountId account() {
        return account;
    }

    TargetingSpec spec() {
        return spec;
    }

    /// Whether the campaign's special ad category limits what can be chosen.
    boolean special() {
        return Targeting.isSpecial(categories);
    }

    void show(TargetingSpec shown, List<String> specialCategories) {
        spec = shown;
        categories = List.copyOf(specialCategories);
        unresolved.clear();
        changed.run();
    }

    void change(UnaryOperator<TargetingSpec> change) {
        spec = change.apply(spec);
        changed.run();
    }

    // Lines that were not found

    List<Unresolved> unresolved(Lines row) {
        return unresolved.getOrDefault(row, List.of());
    }

    /// Keeps the lines that were not found in sight, with the reason.
    <T> void resolved(Lines row, Collection<Resolved<T>> lines, UnaryOperator<TargetingSpec> found) {
        List<Unresolved> left = new ArrayList<>(unresolved(row));
        lines.stream().filter(line -> line.found() == null).map(line -> new Unresolved(line.line(), line.reason()))
                .filter(line -> left.stream().noneMatch(one -> one.line().equals(line.line()))).forEach(left::add);
        unresolved.put(row, left);
        change(found);
    }

    /// Whether the key was that of such a line, which is gone now.
    boolean forget(Lines row, String key) {
        if (!key.startsWith(Unresolved.KEY)) {
            return false;
        }
        String line = key.substring(Unresolved.KEY.length());
        unresolved.put(row, unresolved(row).stream().filter(one -> !one.line().equals(line)).toList());
        changed.run();
        return true;
    }

    // What is known around it

    void noteSize(Detail detail) {
        sizes.put(detail.id(), detail.people());
    }

    /// Facebook's word on entries: those that it does not have any more are marked.
    void noteValid(Collection<String> asked, Collection<Detail> valid) {
        valid.forEach(this::noteSize);
        gone.addAll(asked);
        valid.forEach(detail -> gone.remove(detail.id()));
        changed.run();
    }

    People size(String id) {
        return sizes.getOrDefault(id, People.UNKNOWN);
    }

    boolean isGone(String id) {
        return gone.contains(id);
    }

    List<CustomAudience> audiences() {
        return audiences;
    }

    void noteAudiences(List<CustomAudience> read) {
        audiences = List.copyOf(read);
        changed.run();
    }

    List<Language> languages() {
        return languages;
    }

    void noteLanguages(List<Language> read) {
        languages = List.copyOf(read);
        changed.run();
    }

    /// What stands against the targeting, in sentences.
    List<String> gaps() {
        Stream<String> lines = Stream.of(Lines.values())
                .flatMap(row -> unresolved(row).stream().map(line -> "The " + row.word + " “" + line.line()
                        + "” was not found. " + line.reason() + "; take it out, or find it under another name."));
        Stream<String> dead = spec.groups().stream().flatMap(List::stream).filter(entry -> isGone(entry.id()))
                .map(entry -> "Facebook has taken “" + entry.name() + "” away. Take it out of the detailed targeting.");
        return Stream.of(Targeting.of(spec.json()).gaps(categories).stream(), lines, dead)
                .flatMap(one -> one).toList();
    }
}
