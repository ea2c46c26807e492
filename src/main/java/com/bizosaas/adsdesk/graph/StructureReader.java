package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.StructureJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    AdStructure read(AdAccountId account, IntConsumer progress) {
        AdCurrency currency = accounts.currency(account);
        Progress count = new Progress(progress);
        Together.Part<List<Campaign>> campaigns = new Together.Part<>(() -> list(account, Level.CAMPAIGN,
                row -> StructureJson.campaign(row, currency), Campaign::id, count));
        Together.Part<List<AdSet>> adSets = new Together.Part<>(() -> list(account, Level.AD_SET,
                row -> StructureJson.adSet(row, currency), AdSet::id, count));
        Together.Part<List<Ad>> ads = new Together.Part<>(
                () -> list(account, Level.AD, StructureJson::ad, Ad::id, count));
        Together.run("structure", List.of(campaigns, adSets, ads));
        AdStructure structure = new AdStructure(campaigns.result(), adSets.result(), ads.result());
        memory.note(account, Level.CAMPAIGN, structure.campaigns().size());
        memory.note(account, Level.AD_SET, structure.adSets().size());
        memory.note(account, Level.AD, structure.ads().size());
        return structure;
    }

    private <T> List<T> list(AdAccountId account, Level level, Function<WireObject, @Nullable T> read,
            Function<T, Object> key, Progress progress) {
        String edge = switch (level) {
            case CAMPAIGN -> "campaigns";
            case AD_SET -> "adsets";
            default -> "ads";
        };
        String fields = switch (level) {
            case CAMPAIGN -> StructureJson.CAMPAIGN_FIELDS;
            case AD_SET -> StructureJson.AD_SET_FIELDS;
            default -> StructureJson.AD_FIELDS;
        };
        GraphRequest request = GraphRequest.list(account.value() + "/" + edge).with("fields", fields)
                .with("effective_status", statuses(level)).on(account, UseCase.ADS_MANAGEMENT);
        List<T> rows = new ArrayList<>();
        pages.read(new Listing<>(request, PAGE, read, key), page -> {
            rows.addAll(page);
            progress.add(page.size());
        });
        return rows;
    }

    /// All but DELETED: edges leave archived objects out unless they are asked for, and some refuse deleted ones.
    private static String statuses(Level level) {
        Stream<EffectiveStatus> all = Stream.of(EffectiveStatus.ACTIVE, EffectiveStatus.PAUSED,
                EffectiveStatus.ARCHIVED, EffectiveStatus.IN_PROCESS, EffectiveStatus.WITH_ISSUES);
        if (level == Level.AD_SET || level == Level.AD) {
            all = Stream.concat(all, Stream.of(EffectiveStatus.CAMPAIGN_PAUSED));
        }
        if (level == Level.AD) {
            all = Stream.concat(all, Stream.of(EffectiveStatus.ADSET_PAUSED, EffectiveStatus.PENDING_REVIEW,
                    EffectiveStatus.DISAPPROVED, EffectiveStatus.PREAPPROVED, EffectiveStatus.PENDING_BILLING_INFO));
        }
        return StrictJson.write(all.map(EffectiveStatus::value).toList());
    }
}
