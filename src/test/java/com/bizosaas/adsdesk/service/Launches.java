package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// Campaigns of new creatives, as the wizard drafts them.
public final class Launches {

    static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]},"
            + "\"targeting_automation\":{\"advantage_audience\":0}}";

    /// No picture is like another.
    private static final AtomicInteger COLOUR = new AtomicInteger(0x3060a0);

    private Launches() {
    }

    /// A picture of one colour.
    public static byte[] picture(int colour, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return png.toByteArray();
    }

    /// A mix of so many images, headlines and texts; the images are kept, the last one is of the library where it has one.
    static AdMix mix(LaunchService launch, TenantId tenant, AdAccountId account, int images, int headlines, int texts) {
        LaunchService.Assets assets = launch.readAssets(tenant, account);
        NewCreative shared = NewCreative.EMPTY
                .withIdentity(assets.pages().keySet().iterator().next(), NewCreative.AS_PAGE)
                .withLink("https://shop.example/summer", "SHOP_NOW");
        AdMix mix = AdMix.single(shared, "{campaign}_{image:strip}_{headline}");
        for (int i = 1; i <= images; i++) {
            KeptImage kept = launch.keep(tenant, "coat " + i + ".png", picture(COLOUR.addAndGet(7919), 600, 600));
            mix = mix.withImage(NewCreative.KEPT + kept.sha256(), kept.name());
        }
        mix = mix.withHeadline(1, "Headline 1");
        for (int i = 2; i <= headlines; i++) {
            mix = mix.withHeadline("Headline " + i);
        }
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= texts; i++) {
            all.add("Text " + i);
        }
        return mix.withTexts(all);
    }

    /// A paused campaign with ad sets that each have all ads of a mix.
    static List<NewObject> tree(String name, int adSets, AdMix mix) {
        List<NewObject> tree = new ArrayList<>();
        tree.add(new NewObject("#c", Level.CAMPAIGN, Map.of(Fields.NAME, name, Fields.OBJECTIVE, "OUTCOME_TRAFFIC",
                Fields.CATEGORIES, "[]", Fields.SHARING, "false")));
        for (int i = 1; i <= adSets; i++) {
            tree.add(new NewObject("#s" + i, Level.AD_SET, Map.of(Fields.NAME, name + " set " + i, Fields.CAMPAIGN,
                    "#c", Fields.DAILY, "2500", Fields.GOAL, "LINK_CLICKS", Fields.BILLED, "IMPRESSIONS",
                    Fields.TARGETING, GERMANY, Fields.BENEFICIARY, "Nord", Fields.PAYOR, "Nord")));
            for (AdMix.Cross cross : mix.crosses()) {
                NewCreative creative = mix.creative(cross);
                tree.add(new NewObject("", Level.AD, Map.of(Fields.NAME, name + " " + i + " " + creative.imageName()
                        + " " + creative.headline(), Fields.AD_SET, "#s" + i, Fields.CREATIVE, creative.json(),
                        Fields.URL_TAGS, "utm_source=facebook&utm_content={{ad.id}}")));
            }
        }
        return tree;
    }
}
