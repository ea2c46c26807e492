package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.performance.FactsOf;
import com.bizosaas.adsdesk.ui.performance.WebshopFacts;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// The creatives of "EU Webshop", with pictures and with ad-level days that make the figures of the mock-up.
public final class WebshopCreatives {

    private static final String[] NAMES = {"Fjord crossing — 15 s, 4:5", "Shell jackets — 6 cards",
            "„Leicht. Trocken. Fertig.“", "First light — 9 s, 9:16", "Still thinking about the boots?",
            "Left in your cart (catalogue)", "UGC — Lotte tests the rain shell in the Ardennes",
            "“Stillhet” — brand film",
            "Ανοιξιάτικη συλλογή", "雨の日のためのシェル", "Old banner 2024", "Spring list — carousel"};
    private static final double[] SPEND = {1812, 1223, 336, 681, 1507, 959, 1672, 1259, 475, 210, 0, 64};
    private static final double[] ROAS = {4.24, 3.08, 1.68, 3.04, 5.49, 8.28, 1.96, 0, 2.95, 2.2, 0, 1.1};

    private WebshopCreatives() {
    }

    /// Creatives of the web shop, their ads and figures.
    public static void fill(FakeServices desk) {
        WebshopFacts.fill(desk);
        List<Campaign> campaigns = desk.campaigns.structure.value().campaigns();
        List<Creative> creatives = new ArrayList<>();
        List<Ad> ads = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            Creative.Format format = Creative.Format.values()[(i + 1) % 3];
            creatives.add(new Creative(new GraphId("30" + i), NAMES[i], "ACTIVE", format, "Light. Dry. Done.",
                    "Three layers, 310 grams. The shell you forget in your pack until it rains.", "SHOP_NOW",
                    "https://nordlys.example/shell", format == Creative.Format.CAROUSEL ? 4 + i % 3 : 0,
                    format == Creative.Format.VIDEO ? "77" : null, "hash" + i, "55", "https://cdn.example/" + i));
            if (i != 9) {
                desk.creatives.thumbnails.put(new GraphId("30" + i), png(i));
            }
            for (int copy = 0; i != 10 && copy <= i % 3; copy++) {
                String ad = "4" + i + "0" + copy;
                ads.add(new Ad(new GraphId(ad), campaigns.get((i + copy) % campaigns.size()).id(), new GraphId("50"),
                        "Ad " + ad, Status.ACTIVE, i == 2 ? EffectiveStatus.DISAPPROVED : EffectiveStatus.ACTIVE,
                        new GraphId("30" + i), null, null, List.of()));
                days(desk, ad, i, copy);
            }
        }
        desk.creatives.creatives = new Stamped<>(creatives, Samples.NOW.minusSeconds(600), false);
        desk.campaigns.structure = new Stamped<>(new AdStructure(campaigns, List.of(), ads), Samples.NOW, false);
    }

    private static void days(FakeServices desk, String ad, int i, int copy) {
        double share = 1.0 / (i % 3 + 1) / 14;
        for (int day = 0; day < 14; day++) {
            double wave = (day + i) % 2 == 0 ? 0.7 : 1.3;
            LocalDate date = LocalDate.of(2026, 3, 31).plusDays(day);
            desk.insights.daily.add(FactsOf.day(Level.AD, ad, date.toString(), row(SPEND[i] * share * wave, ROAS[i])));
            if (i != 3) {
                desk.insights.daily.add(FactsOf.day(Level.AD, ad, date.minusDays(14).toString(),
                        row(SPEND[i] * share, ROAS[i] * (i % 2 == 0 ? 1.18 : 0.96))));
            }
        }
    }

    private static com.bizosaas.adsdesk.domain.metrics.Facts row(double spend, double roas) {
        long impressions = Math.round(spend / 7.96 * 1000);
        String money = String.format(java.util.Locale.ROOT, "%.2f", spend);
        String value = roas == 0 ? "0" : String.format(java.util.Locale.ROOT, "%.2f", spend * roas);
        return FactsOf.row(impressions, Math.round(impressions * 0.0137), money,
                roas == 0 ? "0" : String.valueOf(Math.max(1, Math.round(spend * roas / 104))), value);
    }

    private static byte[] png(int seed) {
        int height = seed % 2 == 0 ? 600 : 400;
        BufferedImage image = new BufferedImage(600, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(seed * 0.09f, 0.16f, 0.95f), 0, height,
                Color.getHSBColor(seed * 0.09f, 0.35f, 0.82f)));
        graphics.fillRect(0, 0, 600, height);
        for (int ridge = 0; ridge < 3; ridge++) {
            graphics.setColor(Color.getHSBColor(0.56f + seed * 0.05f, 0.45f, 0.8f - ridge * 0.2f));
            int base = height / 2 + ridge * height / 7;
            graphics.fillPolygon(new int[]{0, 150, 300, 420, 600, 600, 0},
                    new int[]{base, base - 90 + ridge * 20, base + 20, base - 70, base + 10, height, height}, 7);
        }
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
