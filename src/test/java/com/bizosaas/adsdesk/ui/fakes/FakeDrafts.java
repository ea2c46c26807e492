package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Drafts in memory: edits land in the book, everything that asks Facebook answers with what was put here.
public final class FakeDrafts {

    public DraftBook book = DraftBook.EMPTY;
    public Review review = new Review(new TenantId("none"), List.of(), List.of(), 0, Instant.EPOCH);

    public DraftService service() {
        return (DraftService) Proxy.newProxyInstance(DraftService.class.getClassLoader(), new Class<?>[]{
                DraftService.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "book" -> book;
                    case "review", "check" -> review;
                    case "conflicts", "compare" -> Conflict.in(book);
                    case "undoState" -> new DraftService.UndoState(null, null);
                    case "edit" -> {
                        if (arguments[1] instanceof DraftKey key && arguments[2] instanceof Map<?, ?> values) {
                            book = edited(key, values);
                        }
                        yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "FakeDrafts";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @SuppressWarnings("unchecked")
    private DraftBook edited(DraftKey key, Map<?, ?> values) {
        return book.with(Edits.set(book, key, key.object(), Map.of(), (Map<String, String>) values), Instant.EPOCH,
                "Ines");
    }
}
