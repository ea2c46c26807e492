package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.StructureJson;
import java.util.ArrayList;
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

    AdStructure read(AdAccountId account, IntConsumer progress, Consumer<AdStructure> early) {
        AdCurrency currency = accounts.currency(account);
        Progress count = new Progress(progress);
        Together.Part<List<Campaign>> campaigns = new Together.Part<>(() -> list(account, Level.CAMPAIGN,
                RowReader.of(Map.entry(Level.CAMPAIGN, currency), row -> StructureJson.campaign(row, currency)),
                Campaign::id, count,
                page -> early.accept(new AdStructure(page, List.of(), List.of()))));
        Together.Part<List<AdSet>> adSets = new Together.Part<>(() -> list(account, Level.AD_SET,
                RowReader.of(Map.entry(Level.AD_SET, currency), row -> StructureJson.adSet(row, currency)), AdSet::id,
                count,
                page -> early.accept(new AdStructure(List.of(), page, List.of()))));
        Together.Part<List<Ad>> ads = new Together.Part<>(
                () -> list(account, Level.AD, RowReader.of(Level.AD, StructureJson::ad), Ad::id, count,
                        page -> early.accept(new AdStructure(List.of(), List.of(), page))));
        Together.run("structure", List.of(campaigns, adSets, ads));
        AdStructure structure = new AdStructure(campaigns.result(), adSets.result(), ads.result());
        memory.note(account, Level.CAMPAIGN, structure.campaigns().size());
        memory.note(account, Level.AD_SET, structure.adSets().size());
        memory.note(account, Level.AD, structure.ads().size());
        return structure;
    }

    private <T> List<T> list(AdAccountId account, Level level, RowReader<T> read,
            Function<T, Object> key, Progress progress, Consumer<List<T>> early) {
        GraphRequest request = GraphRequest.list(account.value() + "/" + Expansion.edge(level))
                .with("fields", Expansion.fields(level)).with("effective_status", Expansion.statuses(level))
                .on(account, UseCase.ADS_MANAGEMENT);
        List<T> rows = new ArrayList<>();
        pages.read(new Listing<>(request, PAGE, read, key), page -> {
            rows.addAll(page);
            early.accept(page);
            progress.add(page.size());
        });
        return rows;
    }
}
