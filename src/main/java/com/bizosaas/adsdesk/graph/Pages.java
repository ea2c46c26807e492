package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a list page by page (graph-api chapter 14). The address in `paging.next` holds the token, so it is never followed
/// and never kept: only its presence counts, and the next request is built from the cursor.
final class Pages {

    /// Rows may be filtered away after paging, but not for ever.
    private static final int MAX_EMPTY = 100;

    private final GraphClient client;

    Pages(GraphClient client) {
        this.client = client;
    }

    /// Hands each page's rows over as it comes.
    ///
    /// @throws GraphException when the list breaks off
    <T> void read(Listing<T> listing, Consumer<List<T>> page) {
        attempt(listing, page).orThrow();
    }

    <T> List<T> all(Listing<T> listing) {
        List<T> rows = new ArrayList<>();
        read(listing, rows::addAll);
        return rows;
    }

    /// @return the last page's verdict, or that of the page with which the list broke off
    <T> Verdict attempt(Listing<T> listing, Consumer<List<T>> page) {
        Seen seen = new Seen();
        Set<String> cursors = new HashSet<>();
        PageSize size = new PageSize(listing.limit(), client.pageSizes(), edge(listing.request()));
        String after = null;
        boolean restarted = false;
        int empty = 0;
        while (true) {
            Verdict verdict = client.attempt(request(listing, size, after));
            if (verdict.outcome() == Outcome.SMALLER_PAGE && size.halve()) {
                continue;
            }
            if (after != null && !restarted && isStale(verdict)) {
                restarted = true;
                after = null;
                cursors.clear();
                continue;
            }
            if (!verdict.isOk()) {
                return verdict;
            }
            size.worked();
            WireObject body = new WireObject(verdict.body());
            List<T> rows = fresh(listing, verdict, seen);
            if (!rows.isEmpty()) {
                page.accept(rows);
            }
            String next = cursor(body);
            if (next == null) {
                return verdict;
            }
            empty = verdict.read().seen() == 0 ? empty + 1 : 0;
            // A finished run without rows may keep offering a next page: one more look, then it is over.
            if (listing.isInsights() && (empty >= 2 || empty == 1 && cursors.contains(next))) {
                return verdict;
            }
            if (next.isEmpty() || empty > MAX_EMPTY || !cursors.add(next)) {
                return Verdict.lost(verdict.request(), verdict.headers(), "The list does not lead on to its end");
            }
            after = next;
        }
    }

    private static String edge(GraphRequest request) {
        return request.account() + request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    private static GraphRequest request(Listing<?> listing, PageSize size, @Nullable String after) {
        GraphRequest request = listing.request().reading(listing.read())
                .with("limit", Integer.toString(size.now()));
        return after == null ? request : request.with("after", after);
    }

    /// Cursors die when the object under them goes. Where the first page was accepted, a plain refusal of a later one is
    /// about its cursor; that a list is too deep is not.
    private static boolean isStale(Verdict verdict) {
        boolean refused = verdict.outcome() == Outcome.REFUSED && verdict.code() == 100 && verdict.subcode() == 0;
        return verdict.outcome() == Outcome.CURSOR
                || refused && !verdict.reason().toLowerCase(Locale.ROOT).contains("exceeds the max limit");
    }

    /// The rows that no page before brought. The reply's rows are what the listing's reader made of them.
    @SuppressWarnings("unchecked")
    private static <T> List<T> fresh(Listing<T> listing, Verdict verdict, Seen seen) {
        List<T> rows = new ArrayList<>();
        for (Object row : verdict.read().rows()) {
            if (seen.add(listing.key().apply((T) row))) {
                rows.add((T) row);
            }
        }
        return rows;
    }

    /// Null at the end; empty where the list goes on without saying where.
    private @Nullable String cursor(WireObject body) {
        WireObject paging = body.object("paging");
        if (!paging.has("next")) {
            return null;
        }
        String after = paging.object("cursors").text("after");
        return after.isEmpty() ? reduced(paging.text("next")) : after;
    }

    /// The cursor inside an address of our own API; empty for any other address.
    private String reduced(String next) {
        try {
            URI link = new URI(next);
            URI own = client.requests().graphUrl();
            String query = link.getRawQuery();
            if (query == null || link.getHost() == null || !link.getHost().equalsIgnoreCase(own.getHost())
                    || link.getPort() != own.getPort()) {
                return "";
            }
            for (String parameter : query.split("&")) {
                if (parameter.startsWith("after=")) {
                    return URLDecoder.decode(parameter.substring("after=".length()), StandardCharsets.UTF_8);
                }
            }
            return "";
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return "";
        }
    }
}
