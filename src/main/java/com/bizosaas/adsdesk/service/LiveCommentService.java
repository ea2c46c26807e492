package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.store.CommentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Comments over the store.
final class LiveCommentService implements CommentService {

    private final CommentStore store;
    private final DraftBooks books;
    private final Supplier<String> who;
    private final InstantSource clock;
    private final DeskEvents events;

    LiveCommentService(CommentStore store, DraftBooks books, Supplier<String> who, InstantSource clock,
            DeskEvents events) {
        this.store = store;
        this.books = books;
        this.who = who;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Map<DraftKey, Comment> comments(TenantId tenant) {
        return Problems.explained(() -> {
            Map<DraftKey, Comment> all = new LinkedHashMap<>();
            store.list(tenant).forEach(comment -> all.put(comment.key(), comment));
            return all;
        });
    }

    @Override
    public void write(TenantId tenant, Collection<DraftKey> keys, String text) {
        Problems.explained(() -> {
            String words = text.strip();
            if (words.length() > Comment.LONGEST) {
                throw new DeskException(Problem.invalid("comment", "The comment is too long",
                        "Use " + Comment.LONGEST + " characters or fewer."));
            }
            List<DraftKey> now = keys.stream().map(key -> books.current(tenant, key)).toList();
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (words.isEmpty()) {
                store.remove(tenant, now);
            } else {
                store.put(tenant, now.stream().map(key -> new Comment(key, words, at, who.get())).toList());
            }
            events.publish(new DeskEvent.CommentsChanged(tenant));
            return now;
        });
    }
}
