package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.StructureJson;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Reads the three levels of an account from its own edges, side by side: fewer requests than going down from each
/// campaign (graph-api chapter 04).
final class StructureReader {

    private static final int PAGE = 500;

    private final Pages pages;
    private final AccountReader accounts;
    private final AccountMemory memory;

    StructureReader(GraphClient client, AccountReader accounts, AccountMemory memory) {
        this.pages = new Pages(client);
        this.accounts = accounts;
        this.memory = memory;
    }

    /// @param take given the rows of each page as it comes, by several threads
    void read(AdAccountId account, IntConsumer progress, Consumer<AdStructure> take) {
        AdCurrency currency = accounts.currency(account);
        Progress count = new Progress(progress);
        Together.Part<Integer> campaigns = new Together.Part<>(() -> list(account, Level.CAMPAIGN,
                RowReader.of(Map.entry(Level.CAMPAIGN, currency), row -> StructureJson.campaign(row, currency)),
                campaign -> Seen.key(campaign.id().value()), count,
                page -> take.accept(new AdStructure(page, List.of(), List.of()))));
        Together.Part<Integer> adSets = new Together.Part<>(() -> list(account, Level.AD_SET,
                RowReader.of(Map.entry(Level.AD_SET, currency), row -> StructureJson.adSet(row, currency)),
                adSet -> Seen.key(adSet.id().value()), count,
                page -> take.accept(new AdStructure(List.of(), page, List.of()))));
        Together.Part<Integer> ads = new Together.Part<>(
                () -> list(account, Level.AD, RowReader.of(Level.AD, StructureJson::ad),
                        ad -> Seen.key(ad.id().value()), count,
                        page -> take.accept(new AdStructure(List.of(), List.of(), page))));
        Together.run("structure", List.of(campaigns, adSets, ads));
        memory.note(account, Level.CAMPAIGN, campaigns.result());
        memory.note(account, Level.AD_SET, adSets.result());
        memory.note(account, Level.AD, ads.result());
    }

    /// @return how many there are
    private <T> int list(AdAccountId account, Level level, RowReader<T> read, Function<T, Object> key,
            Progress progress, Consumer<List<T>> take) {
        GraphRequest request = GraphRequest.list(account.value() + "/" + Expansion.edge(level))
                .with("fields", Expansion.fields(level)).with("effective_status", Expansion.statuses(level))
                .on(account, UseCase.ADS_MANAGEMENT);
        int[] rows = {0};
        pages.read(new Listing<>(request, PAGE, read, key), page -> {
            take.accept(page);
            rows[0] += page.size();
            progress.add(page.size());
        });
        return rows[0];
    }
}
