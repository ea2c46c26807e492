package com.bizosaas.adsdesk.draft;

import static com.bizosaas.adsdesk.draft.Sample.EUR;
import static com.bizosaas.adsdesk.draft.Sample.adKey;
import static com.bizosaas.adsdesk.draft.Sample.adSetKey;
import static com.bizosaas.adsdesk.draft.Sample.campaignKey;
import static com.bizosaas.adsdesk.draft.Sample.review;
import static com.bizosaas.adsdesk.draft.Sample.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.draft.Review.Impact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static Money euros(String amount) {
        return Money.of(amount, EUR).rounded();
    }

    private static Impact impact(DraftBook book) {
        return review(book, Rules.NONE).impacts().getFirst();
    }

    @Test
    void addsUpWhatRunsPerDayAndToTheMonthsEnd() {
        DraftBook book = set(set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "11500"), adSetKey("22"),
                Fields.DAILY,
                "1500");
        Impact impact = impact(book);

        assertThat(impact.perDayBefore()).isEqualByComparingTo(euros("150"));
        assertThat(impact.perDayAfter()).isEqualByComparingTo(euros("160"));
        assertThat(impact.perDay()).isEqualByComparingTo(euros("10"));
        assertThat(impact.toMonthEnd()).as("26 days, the 5th to the 30th").isEqualByComparingTo(euros("260"));
        assertThat(impact.oneDay()).isEqualByComparingTo(euros("280"));
        assertThat(impact.projected()).isEqualByComparingTo(euros(Integer.toString(1000 + 26 * 160)));
    }

    @Test
    void aPauseTakesTheBudgetAwayAtAnyLevel() {
        assertThat(impact(set(DraftBook.EMPTY, campaignKey("11"), Fields.STATUS, "PAUSED")).perDay())
                .isEqualByComparingTo(euros("-100"));
        assertThat(impact(set(DraftBook.EMPTY, adSetKey("23"), Fields.STATUS, "PAUSED")).perDay())
                .isEqualByComparingTo(euros("-30"));
        assertThat(impact(set(DraftBook.EMPTY, adKey("31"), Fields.STATUS, "PAUSED")).perDay())
                .as("the only ad of a campaign with its own budget").isEqualByComparingTo(euros("-100"));
    }

    @Test
    void aLifetimeBudgetCountsByTheDayOfItsSchedule() {
        DraftBook book = Sample.add(DraftBook.EMPTY, DraftKey.fresh(Sample.ID, Level.AD_SET, 1),
                Map.of("name", "Short", Fields.CAMPAIGN, "12", "status", "ACTIVE", Fields.LIFETIME, "10000",
                        "start_time", "2026-11-01T00:00:00Z", "end_time", "2026-11-11T00:00:00Z"));
        book = Sample.add(book, DraftKey.fresh(Sample.ID, Level.AD, 2),
                Map.of("name", "Ad", "status", "ACTIVE", Fields.AD_SET, "new-1"));
        Projection projection = Sample.projection(book);
        assertThat(new DailySpend(projection, true, Sample.NOW).perDay("12")).isEqualByComparingTo(euros("60"));
        assertThat(new DailySpend(projection, false, Sample.NOW).perDay("12")).isEqualByComparingTo(euros("50"));
    }

    @Test
    void showsEveryFieldOldAndNewByAccountAndObject() {
        DraftBook book = set(set(DraftBook.EMPTY, adSetKey("22"), Fields.DAILY, "2200"), adSetKey("22"), "end_time",
                "2026-12-01T07:00:00Z");
        Review review = review(book, Rules.NONE);

        assertThat(review.accounts()).hasSize(1);
        assertThat(review.items()).singleElement().satisfies(item -> {
            assertThat(item.path()).isEqualTo("Campaign 12");
            assertThat(item.perDay()).isEqualByComparingTo(euros("2"));
            assertThat(item.rows()).extracting(Review.Row::shownOld).containsExactly("20.00 EUR", "—");
            assertThat(item.rows()).extracting(Review.Row::shownMine)
                    .containsExactly("22.00 EUR", "1 Dec 2026 08:00 Europe/Berlin");
        });
        assertThat(review.writes()).isEqualTo(1);
        assertThat(review.publishable()).containsExactly(adSetKey("22"));
    }

    @Test
    void aTargetIsHeldAgainstTheWholeMonth() {
        Rules rules = new Rules(Guardrails.NONE, new Targets(List.of(euros("5000")), List.of(), null), Naming.NONE, "",
                List.of());
        DraftBook book = set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "11500");
        assertThat(review(book, rules).impacts().getFirst().aboveTarget()).isTrue();
        assertThat(review(set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "9000"), rules).impacts().getFirst()
                .aboveTarget()).as("a cut is no reason to warn").isFalse();
    }

    @Test
    void aChildStaysBehindWithItsParent() {
        DraftBook book = Sample.add(DraftBook.EMPTY, DraftKey.fresh(Sample.ID, Level.CAMPAIGN, 1), Map.of("name", "C"));
        book = Sample.add(book, DraftKey.fresh(Sample.ID, Level.AD_SET, 2),
                Map.of("name", "S", Fields.CAMPAIGN, "new-1", "status", "PAUSED"));
        Review review = review(book, Rules.NONE);
        assertThat(review.publishable()).isEmpty();
        assertThat(review.heldBack()).extracting(Finding::code).contains("parent.held", "campaign.objective");
        assertThat(review.writes()).isZero();
    }
}
