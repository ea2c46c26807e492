package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The figures of "EU Webshop" in April 2026 as the mock-ups have them: purchases by day exactly, the rest near.
public final class WebshopFacts {

    private static final int[] NOW = {40, 40, 41, 42, 46, 44, 37, 35, 37, 18, 36, 42, 43, 36};
    private static final int[] BEFORE = {34, 34, 38, 35, 38, 36, 35, 35, 34, 35, 38, 37, 42, 35};
    private static final String[] NAMES = {"Added to cart 14 d", "Viewed product 30 d, no purchase",
            "Catalogue Sales — Advantage+ · all markets", "Video 15 s — Fjord crossing",
            "NL-BE | Sales | Spring Layers", "Ελλάδα & Κύπρος — Ανοιξιάτικη συλλογή",
            "Image — „Leicht. Trocken. Fertig.“", "Interests — hiking, trail running, bikepacking"};
    private static final double[] SPEND = {0.056, 0.087, 0.20, 0.205, 0.197, 0.027, 0.019, 0.209};
    private static final double[] ROAS = {8.28, 5.49, 4.87, 4.24, 1.96, 2.95, 1.68, 1.15};

    private WebshopFacts() {
    }

    /// Fills account days, campaigns, campaign days and breakdowns.
    public static void fill(FakeServices desk) {
        desk.insights.daily.addAll(account());
        desk.insights.daily.addAll(campaignDays());
        desk.insights.breakdowns.put(Breakdown.AGE_GENDER, ageGender());
        desk.insights.breakdowns.put(Breakdown.PLACEMENT,
                rows(Breakdown.PLACEMENT, "instagram,instagram_reels,4657,3.37", "instagram,stream,3794,3.60",
                        "facebook,feed,3536,3.47", "instagram,instagram_stories,2415,2.64",
                        "facebook,facebook_reels,1552,2.70", "facebook,search,776,3.86",
                        "audience_network,classic,517,1.35"));
        desk.insights.breakdowns.put(Breakdown.COUNTRY,
                rows(Breakdown.COUNTRY, "DE,8279,3.47", "AT,2673,3.53", "NL,1897,2.57", "CH,1759,3.91", "BE,1138,2.12",
                        "GR,845,2.89", "LU,300,1.9", "LI,155,1.7", "CY,110,1.5", "SI,90,1.6"));
        desk.insights.breakdowns.put(Breakdown.DEVICE,
                rows(Breakdown.DEVICE, "facebook,iphone,5200,3.6", "instagram,iphone,3100,3.3",
                        "facebook,android_smartphone,6100,3.1", "facebook,desktop,2400,2.9",
                        "facebook,ipad,447,2.2"));
        desk.campaigns.structure = new Stamped<>(structure(), Samples.NOW.minusSeconds(120), false);
    }

    public static List<DailyFact> account() {
        List<DailyFact> days = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            days.add(FactsOf.day(Level.ACCOUNT, Samples.WEBSHOP.id().value(), day(i - 14),
                    row(BEFORE[i], 1154.6 + 9 * (i % 4 - 1.5), 3.21)));
            days.add(FactsOf.day(Level.ACCOUNT, Samples.WEBSHOP.id().value(), day(i),
                    row(NOW[i], 1231.9 + 12 * (i % 5 - 2), 3.24)));
        }
        return days;
    }

    private static List<DailyFact> campaignDays() {
        List<DailyFact> days = new ArrayList<>();
        for (int c = 0; c < NAMES.length; c++) {
            for (int i = 0; i < 14; i++) {
                double drift = c == 4 && i == 13 ? 0.6 : 1;
                days.add(FactsOf.day(Level.CAMPAIGN, String.valueOf(101 + c), day(i),
                        row(c, 1231.9 * SPEND[c], ROAS[c], drift)));
                if (c != 5) {
                    days.add(FactsOf.day(Level.CAMPAIGN, String.valueOf(101 + c), day(i - 14),
                            row(c, 1154.6 * SPEND[c], ROAS[c] * (c % 2 == 0 ? 1.12 : 0.95), 1)));
                }
            }
        }
        return days;
    }

    private static AdStructure structure() {
        List<Campaign> campaigns = new ArrayList<>();
        for (int c = 0; c < NAMES.length; c++) {
            campaigns.add(new Campaign(new GraphId(String.valueOf(101 + c)), NAMES[c], Objective.SALES, Status.ACTIVE,
                    EffectiveStatus.ACTIVE, null, null, List.of(), null, null, null, null, List.of()));
        }
        Ad rejected = new Ad(new GraphId("901"), new GraphId("107"), new GraphId("501"), "„Leicht. Trocken. Fertig.“",
                Status.ACTIVE, EffectiveStatus.DISAPPROVED, new GraphId("301"), null, null,
                List.of(new Issue("1", "Ad rejected", "The text claims something that is not proven.", true)));
        return new AdStructure(campaigns, List.of(), List.of(rejected));
    }

    private static List<BreakdownRow> ageGender() {
        return rows(Breakdown.AGE_GENDER, "18-24,female,480,2.01", "18-24,male,417,1.79", "25-34,female,2500,3.18",
                "25-34,male,2157,2.99", "35-44,female,3000,3.83", "35-44,male,2433,3.44", "45-54,female,2000,3.76",
                "45-54,male,1846,3.31", "55-64,female,900,3.12", "55-64,male,859,2.86", "65+,female,355,2.27",
                "65+,male,300,1.88");
    }

    private static List<BreakdownRow> rows(Breakdown breakdown, String... lines) {
        List<BreakdownRow> rows = new ArrayList<>();
        for (String line : lines) {
            List<String> cells = List.of(line.split(","));
            int columns = breakdown.columns().size();
            double spend = Double.parseDouble(cells.get(columns));
            double roas = Double.parseDouble(cells.get(columns + 1));
            rows.add(new BreakdownRow(breakdown, cells.subList(0, columns), row(0, spend, roas, 1)));
        }
        return rows;
    }

    private static String day(int offset) {
        return LocalDate.of(2026, 3, 31).plusDays(offset).toString();
    }

    private static Facts row(int purchases, double spend, double roas) {
        return facts(spend, purchases, spend * roas, 1);
    }

    private static Facts row(int seed, double spend, double roas, double clickRate) {
        return facts(spend, (int) Math.max(0, Math.round(spend * roas / 104) + seed % 2), spend * roas, clickRate);
    }

    private static Facts facts(double spend, int purchases, double value, double clickRate) {
        long impressions = Math.round(spend / 7.96 * 1000);
        long clicks = Math.round(impressions * 0.013 * clickRate);
        return new Facts(impressions, clicks * 2, clicks, clicks, money(spend), null,
                purchases == 0
                        ? Map.of()
                        : Map.of("omni_purchase", BigDecimal.valueOf(purchases), "purchase",
                                BigDecimal.valueOf(purchases)),
                purchases == 0 ? Map.of() : Map.of("omni_purchase", money(value)));
    }

    private static BigDecimal money(double value) {
        return BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_UP);
    }
}
