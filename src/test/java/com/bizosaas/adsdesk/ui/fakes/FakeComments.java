package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.service.CommentService;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Comments in memory, the same for every tenant.
public final class FakeComments implements CommentService {

    public final Map<DraftKey, Comment> comments = new LinkedHashMap<>();

    @Override
    public Map<DraftKey, Comment> comments(TenantId tenant) {
        return Map.copyOf(comments);
    }

    @Override
    public void write(TenantId tenant, Collection<DraftKey> keys, String text) {
        keys.forEach(key -> {
            if (text.isBlank()) {
                comments.remove(key);
            } else {
                comments.put(key, new Comment(key, text, Samples.NOW, "Ines Moreau"));
            }
        });
    }
}
