package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DraftService;
import com.bizosaas.adsdesk.service.Problem;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Drafts in memory: edits land in the book, everything that asks Facebook answers with what was put here.
public final class FakeDrafts {

    public DraftBook book = DraftBook.EMPTY;
    public Review review = new Review(new TenantId("none"), List.of(), List.of(), 0, Instant.EPOCH);

    /// Why nothing can be created or read, null where it can.
    public @Nullable Problem refusal;
    /// What objects have at Facebook; drafts come on top.
    public final Map<DraftKey, Map<String, String>> values = new HashMap<>();
    /// Values of the new objects that were drafted.
    public final List<Map<String, String>> created = new ArrayList<>();
    /// What every question for a preview is answered with.
    public List<DraftService.Preview> previews = List.of();
    public final List<DraftService.Preview> applied = new ArrayList<>();
    public final List<DraftKey> removed = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    /// How often Facebook was asked for its word.
    public int checks;
    /// What the last question of each kind was asked with, by its method's name.
    public final Map<String, List<Object>> asked = new HashMap<>();
    public List<DraftService.NewObject> copies = List.of();
    public Set<Copies.Used> used = Set.of();
    public Map<String, Map<String, String>> choices = Map.of();
    /// Thrown by every question for a preview, null for none.
    public @Nullable RuntimeException unanswered;

    @SuppressWarnings("unchecked")
    public DraftService service() {
        return (DraftService) Proxy.newProxyInstance(DraftService.class.getClassLoader(), new Class<?>[]{
                DraftService.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "book" -> book;
                    case "aliases" -> Map.of();
                    case "review" -> review;
                    case "check" -> {
                        checks++;
                        yield review;
                    }
                    case "conflicts", "compare" -> Conflict.in(book);
                    case "undoState" -> new DraftService.UndoState(null, null);
                    case "edit" -> {
                        if (arguments[1] instanceof DraftKey key && arguments[2] instanceof Map<?, ?> values) {
                            book = edited(key, values);
                        } else {
                            ((Map<DraftKey, Map<String, String>>) arguments[2])
                                    .forEach((each, its) -> book = edited(each, its));
                        }
                        yield null;
                    }
                    case "values" -> known((DraftKey) arguments[1]);
                    case "read" -> {
                        if (refusal != null) {
                            throw new DeskException(refusal);
                        }
                        yield known((DraftKey) arguments[1]);
                    }
                    case "create" -> {
                        if (refusal != null) {
                            throw new DeskException(refusal);
                        }
                        if (arguments[3] instanceof List<?>) {
                            yield tree((AdAccountId) arguments[1], (List<DraftService.NewObject>) arguments[3]);
                        }
                        created.add((Map<String, String>) arguments[3]);
                        yield DraftKey.fresh((AdAccountId) arguments[1], (Level) arguments[2], created.size());
                    }
                    case "remove" -> {
                        removed.addAll((Collection<DraftKey>) arguments[1]);
                        yield null;
                    }
                    case "decide", "decideAll", "discard", "undo", "redo" -> {
                        calls.add(method.getName());
                        asked.put(method.getName(), Arrays.asList(arguments));
                        yield method.getReturnType() == boolean.class ? true : null;
                    }
                    case "budgets", "replace", "append", "rename", "preview", "retarget" -> {
                        calls.add(method.getName());
                        asked.put(method.getName(), Arrays.asList(arguments));
                        if (unanswered != null) {
                            throw unanswered;
                        }
                        yield previews;
                    }
                    case "copies" -> {
                        asked.put("copies", Arrays.asList(arguments));
                        yield copies;
                    }
                    case "used" -> used;
                    case "choices" -> choices;
                    case "duplicate", "copy" -> {
                        asked.put(method.getName(), Arrays.asList(arguments));
                        yield List.of();
                    }
                    case "readAll" -> {
                        calls.add("readAll");
                        yield 0;
                    }
                    case "apply" -> {
                        if (arguments[1] instanceof Map<?, ?> parts) {
                            parts.values().forEach(part -> applied.addAll((List<DraftService.Preview>) part));
                        } else {
                            applied.addAll((List<DraftService.Preview>) arguments[2]);
                        }
                        yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "FakeDrafts";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Map<String, String> known(DraftKey key) {
        Map<String, String> all = new LinkedHashMap<>(values.getOrDefault(key, Map.of()));
        book.find(key).ifPresent(draft -> draft.cells().forEach((field, cell) -> all.put(field, cell.mine())));
        return all;
    }

    /// New objects under the keys that the real service would give them.
    private List<DraftKey> tree(AdAccountId account, List<DraftService.NewObject> objects) {
        List<DraftKey> keys = new ArrayList<>();
        Map<String, String> refs = new HashMap<>();
        for (DraftService.NewObject object : objects) {
            DraftKey key = DraftKey.fresh(account, object.level(), book.lastNew() + 1);
            refs.put(object.ref(), key.object());
            Map<String, String> values = new LinkedHashMap<>(object.values());
            values.replaceAll((_, value) -> refs.getOrDefault(value, value));
            values.putIfAbsent("status", "PAUSED");
            book = book.with(Edits.add(key, values.getOrDefault("name", ""), values), Instant.EPOCH, "Ines");
            keys.add(key);
        }
        return keys;
    }

    @SuppressWarnings("unchecked")
    private DraftBook edited(DraftKey key, Map<?, ?> values) {
        return book.with(Edits.set(book, key, key.object(), Map.of(), (Map<String, String>) values), Instant.EPOCH,
                "Ines");
    }
}
