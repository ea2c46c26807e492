package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.domain.AccountImage;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.journal.JournalledWrite;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the desk asks of Facebook's Marketing API with one tenant's token, in the desk's own words.
///
/// Blocking and thread-safe; an interrupt cancels the call. Every method throws [GraphException]. Lists are paged to
/// their end; a list that breaks off throws, after the pages read so far were handed to `page`.
public interface AdsApi extends TargetingApi {

    /// Every ad account that the token reaches, directly or through a business, without doubles.
    ///
    /// @param page receives each page's accounts as it comes
    void adAccounts(Consumer<List<AdAccount>> page);

    AdAccount adAccount(AdAccountId account);

    /// These accounts as they are now, in the fewest requests; one that is refused does not keep the others from answering.
    ///
    /// @param reachable how many accounts the token reaches, 0 where that is not known
    AccountNews.Round health(Set<AdAccountId> accounts, int reachable);

    /// The same, with what changed in them since that moment.
    AccountNews.Round changes(Set<AdAccountId> accounts, int reachable, Instant since);

    /// Whether it is worth asking what changed in this account: not where Facebook refused such a question before.
    boolean tellsChanges(AdAccountId account);

    /// These campaigns and all that is under them, as they are now; what was deleted is missing. Empty where that is more
    /// than one request brings: then the account is to be read whole.
    Optional<AdStructure> trees(AdAccountId account, Set<GraphId> campaigns);

    /// Takes note of an account that is known from an earlier reading, so that its currency is not asked for again.
    void remember(AdAccount account);

    /// The three levels of an account, archived objects included.
    ///
    /// @param progress told how many objects were read so far
    default AdStructure structure(AdAccountId account, IntConsumer progress) {
        List<AdStructure> pages = Collections.synchronizedList(new ArrayList<>());
        structure(account, progress, pages::add);
        return new AdStructure(pages.stream().flatMap(page -> page.campaigns().stream()).toList(),
                pages.stream().flatMap(page -> page.adSets().stream()).toList(),
                pages.stream().flatMap(page -> page.ads().stream()).toList());
    }

    /// The same, handing over the rows of each page as it comes, each row once; none is kept. A reading that breaks off
    /// throws, and what was handed over is not the whole.
    ///
    /// @param page called by several threads
    void structure(AdAccountId account, IntConsumer progress, Consumer<AdStructure> page);

    List<CustomAudience> audiences(AdAccountId account, IntConsumer progress);

    /// The same, where most of them are known: one light list tells which are new, changed or gone, and only those are read.
    ///
    /// @param known as they were read before
    List<CustomAudience> audiences(AdAccountId account, List<CustomAudience> known, IntConsumer progress);

    List<Creative> creatives(AdAccountId account, IntConsumer progress);

    /// The same, where most of them are known. Their addresses of thumbnails stay those of before.
    ///
    /// @param known as they were read before
    List<Creative> creatives(AdAccountId account, List<Creative> known, IntConsumer progress);

    /// Daily facts with delivery, at one level; chooses a synchronous call, an asynchronous run or parts of either by
    /// expected size. Pages are added to a batch as they come, each row once; batches are handed over once the days that they
    /// hold are whole, and a day without facts had no delivery. A reading that breaks off has handed over whole days only;
    /// batches that were begun and not handed over hold parts that broke off.
    ///
    /// @param begin makes a batch; called by several threads, as are both others
    /// @param whole takes days that are whole and the batches of all their facts
    <B extends Consumer<List<DailyFact>>> void daily(AdAccountId account, Level level, DateRange range,
            IntConsumer progress, Supplier<B> begin, BiConsumer<DateRange, List<B>> whole);

    /// The same, all together.
    default List<DailyFact> daily(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        List<DailyFact> all = Collections.synchronizedList(new ArrayList<>());
        daily(account, level, range, progress, Batch<DailyFact>::new,
                (_, batches) -> batches.forEach(batch -> all.addAll(batch.rows())));
        return List.copyOf(all);
    }

    /// The accounts' own daily facts, in one request for up to fifty accounts. Meant for a few weeks.
    AccountFigures accountDays(Map<AdAccountId, DateRange> asked);

    /// Facts over the whole range, reach included.
    List<RangeFact> range(AdAccountId account, Level level, DateRange range, IntConsumer progress);

    /// Reach and video plays of each object that delivered in the range, as returned for exactly this range.
    List<ViewingFact> viewing(AdAccountId account, Level level, DateRange range, IntConsumer progress);

    List<BreakdownRow> breakdown(AdAccountId account, DateRange range, Breakdown breakdown);

    /// Sends a write that stands in the journal: the one way in which anything is written to an ad account.
    ///
    /// @return the object that was made, changed or deleted
    GraphId send(JournalledWrite write);

    /// Sends writes of one account together (graph-api chapter 13), none depending on another.
    ///
    /// @return what came of each, in their order
    List<Sent> sendAll(List<? extends JournalledWrite> writes);

    /// @param object what was made, changed or deleted; null where that failed
    /// @param failure null where it was done
    record Sent(@Nullable GraphId object, @Nullable GraphException failure) {
    }

    /// Reads single fields of an object as text, for a write's before-values and for reading back.
    Map<String, String> fields(AdAccountId account, GraphId id, List<String> fields);

    /// Objects on an edge of the account whose name is equal to this, newest first: finds a create whose answer was lost.
    List<Named> named(AdAccountId account, String edge, String name);

    /// @param createdAt null where Facebook does not say
    record Named(GraphId id, @Nullable Instant createdAt) {
    }

    /// The same for many objects in few requests. An object that does not exist any more is left out.
    ///
    /// @param fields by object; one may be an expansion, as `creative{id,url_tags}`
    Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Map<GraphId, List<String>> fields);

    /// The same for objects of one level, up to fifty with each call (graph-api chapter 02, "Replacements for `ids=`"): on
    /// a limited app a call for each would cost more than what is to be written.
    Map<GraphId, Map<String, String>> fieldsOf(AdAccountId account, Level level, Map<GraphId, List<String>> fields);

    /// Fields of every object of a level, archived ones included.
    Map<GraphId, Map<String, String>> details(AdAccountId account, Level level, List<String> fields);

    /// Asks whether Facebook would take these (`validate_only`): nothing is written.
    ///
    /// @return for each, in their order, Facebook's objection, empty where it would take it
    List<Optional<GraphException>> validate(AdAccountId account, List<Trial> trials);

    /// The account's history since a moment, newest first, with who did it.
    List<Activity> activities(AdAccountId account, Instant since);

    /// @param edge of the account on which it would be created, empty for a change
    /// @param object what would be changed, null for a create
    record Trial(String edge, @Nullable GraphId object, Map<String, String> parameters) {
    }

    /// @param event Facebook's word, such as `update_ad_set_budget`
    /// @param words the same for people
    /// @param values JSON with `old_value` and `new_value` where it has them
    record Activity(GraphId object, String event, String words, Instant at, String actorId, String actorName,
            String values) {
    }

    /// What one of the account's lists holds, names by id.
    ///
    /// @param edge such as `promote_pages`
    /// @param name the field that names its objects
    Map<String, String> assets(AdAccountId account, String edge, String name);

    /// Which of these images the account has, by their hashes.
    Set<String> images(AdAccountId account, Collection<String> hashes);

    /// The account's images, the newest first.
    List<AccountImage> imageLibrary(AdAccountId account);

    /// Sends an image that stands in the journal, as base64 in the form (graph-api chapter 08, "Images"). The same bytes
    /// make no second image, so that it may be sent again as another write.
    ///
    /// @param write an update of the account; what it has recorded is not sent, the bytes are
    /// @return the hash under which the account has the image
    String sendImage(JournalledWrite write, byte[] bytes);

    /// Pixels of the account: id and name.
    Map<GraphId, String> pixels(AdAccountId account);

    /// Pages that the account may advertise for: id and name.
    Map<GraphId, String> pages(AdAccountId account);

    /// Facebook's preview markup of a creative, unescaped: an `iframe`.
    String preview(AdAccountId account, GraphId creative, String format);

    /// The same for a creative that does not exist.
    ///
    /// @param creative its description, as an ad would take it
    String previewOf(AdAccountId account, String creative, String format);

    /// The current thumbnail address of a creative at a size.
    String thumbnailUrl(AdAccountId account, GraphId creative, int width, int height);

    /// The same for many creatives in few calls. Those without a thumbnail are left out.
    default Map<GraphId, String> thumbnailUrls(AdAccountId account, Collection<GraphId> creatives, int width,
            int height) {
        Map<GraphId, String> urls = new LinkedHashMap<>();
        creatives.forEach(creative -> urls.put(creative, thumbnailUrl(account, creative, width, height)));
        return urls;
    }

    /// The bytes behind a picture address; sent without the token.
    byte[] picture(String url);

    /// The id, granted permissions and declined ones of the token's user.
    Me me();

    /// Gives all permissions back at Facebook; the token is dead afterwards.
    void revoke();

    /// @param permissions permission to `granted`, `declined` or `expired`
    record Me(String userId, String name, Map<String, String> permissions) {
    }
}
