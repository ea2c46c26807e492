package com.bizosaas.adsdesk.store;

import static com.bizosaas.adsdesk.store.StoreFixture.NOW;

import com.bizosaas.adsdesk.domain.CampaignTemplate;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.draft.Cell;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.Step;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// One value in each sealed column of a tenant, and how each is read again through the store that owns it.
final class SealedSample {

    private static final GraphId OBJECT = new GraphId("120210000000000077");
    private static final DraftKey KEY = new DraftKey(DeskWork.ACCOUNT, Level.CAMPAIGN, OBJECT.value());
    private static final String IMAGE = "0f".repeat(32);
    private static final Map<String, String> BEFORE = Map.of("name", "before");

    private SealedSample() {
    }

    /// @param text found again in each value
    static void fill(DeskStore store, TenantId tenant, String text) {
        store.inTransaction(() -> {
            try (SecretBytes token = StoreFixture.secret(text)) {
                store.connections().save(tenant, StoreFixture.connection(), token);
            }
            store.journal().begin("Olga", PlannedWrite.update(tenant, DeskWork.ACCOUNT, "campaigns", OBJECT, text,
                    "campaign.rename", new Before.Values(BEFORE), Map.of("name", text)), NOW);
            store.profiles().save(tenant, new TenantProfile(text, TenantProfile.EMPTY.targets(),
                    TenantProfile.EMPTY.guardrails(), List.of(), Naming.NONE, "", java.util.Set.of(), ""));
            Draft draft = new Draft(KEY, text, Draft.Action.CHANGE, Map.of("name", Cell.of("before", text)), NOW,
                    "Olga");
            store.drafts().edit(tenant, DraftBook.EMPTY, DraftBook.of(List.of(draft)),
                    new Step(1, text, NOW, "Olga", "",
                            List.of(new Change(KEY, text, "name", null, Cell.of("before", text)))));
            store.details().put(tenant, DeskWork.ACCOUNT, Map.of(OBJECT.value(), Map.of("name", text)), NOW);
            store.batches().create(new PublishBatch(tenant, "batch", "Olga", NOW, PublishBatch.Phase.OVER,
                    Conflict.Policy.ASK, "", text, List.of(new PublishRow(0, KEY, text, Draft.Action.CHANGE,
                            Map.of("name", text), BEFORE, PublishRow.State.DONE, null, OBJECT, "", List.of())),
                    null));
            store.written().put(tenant, List.of(new Drift.Written(KEY, text, "name", text, NOW)));
            store.comments().put(tenant, List.of(new Comment(KEY, text, NOW, "Olga")));
            store.images().keep(tenant, new KeptImage(IMAGE, text, "PNG", 1080, 1080, text.length()),
                    text.getBytes(StandardCharsets.UTF_8), NOW);
            store.templates().save(tenant, new CampaignTemplate("one", text, DeskWork.ACCOUNT, "EUR", List.of(
                    new CampaignTemplate.Part("#campaign", Level.CAMPAIGN, Map.of("name", text)))));
        });
    }

    /// What the owning store makes of the column, as text; opens what lies there.
    static String read(DeskStore store, TenantId tenant, SealedColumn column) {
        return switch (column) {
            case TOKEN -> StoreFixture.reveal(store.connections().token(tenant).orElseThrow());
            case DESK_SECRET -> StoreFixture.reveal(store.settings().appSecret().orElseThrow());
            case WRITE -> store.journal().list(tenant, 10).toString();
            case PROFILE -> store.profiles().find(tenant).toString();
            case DRAFT -> store.drafts().book(tenant).drafts().toString();
            case DRAFT_STEP, DRAFT_CHANGE -> store.drafts().undoable(tenant).orElseThrow().toString();
            case OBJECT_DETAIL -> store.details().of(tenant, DeskWork.ACCOUNT, OBJECT.value()).toString();
            case PUBLISH_ROW -> store.batches().find(tenant, "batch").orElseThrow().toString();
            case COMMENT -> store.comments().list(tenant).toString();
            case BATCH_NOTE -> store.batches().find(tenant, "batch").orElseThrow().note();
            case WRITTEN -> store.written().list(tenant, DeskWork.ACCOUNT).toString();
            case TEMPLATE -> store.templates().list(tenant).toString();
            case IMAGE_FACTS -> store.images().list(tenant).toString();
            case IMAGE -> new String(store.images().bytes(tenant, IMAGE).orElseThrow(), StandardCharsets.UTF_8);
        };
    }
}
