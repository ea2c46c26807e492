package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.DraftKey;
import java.util.Collection;
import java.util.Map;

/// What people write about objects: one comment for each, for colleagues at this desk. Facebook never sees it. Works
/// offline; a comment on a new object stays with it once that is published.
@Needs(Role.EDITOR)
public interface CommentService {

    /// All comments of a tenant, by object; from the store, at once.
    @Needs(Role.VIEWER)
    Map<DraftKey, Comment> comments(TenantId tenant);

    /// Writes the same about each of these objects, in place of what was written before.
    ///
    /// @param text blank to take the comments away
    /// @throws DeskException if it is too long, naming `comment`
    void write(TenantId tenant, Collection<DraftKey> keys, String text);
}
