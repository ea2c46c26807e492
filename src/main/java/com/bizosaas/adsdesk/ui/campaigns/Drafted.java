package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import java.util.Map;

/// What lies over a tenant's rows on this desk: what is drafted, and what people wrote about them.
///
/// @param aliases ids of objects that were new once, by the key they had
record Drafted(DraftBook book, Map<String, String> aliases, Map<DraftKey, Comment> comments) {

    static final Drafted NOTHING = new Drafted(DraftBook.EMPTY, Map.of(), Map.of());
}
