package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.service.CampaignDraft;
import com.bizosaas.adsdesk.ui.campaigns.CampaignForm.BudgetLevel;
import com.bizosaas.adsdesk.ui.campaigns.CampaignForm.Special;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFormTest {

    private static final Formats FORMATS = new Formats(Locale.UK);
    private static final Frame FRAME = new Frame(Samples.NORDLYS, Samples.WEBSHOP, Samples.scope().range(), null);

    @Test
    void aNewCampaignNeedsAnAnswerAboutSpecialCategories() {
        CampaignForm form = filled();
        form.specialProperty().set(null);
        assertThat(form.complete()).isFalse();
        assertThat(form.error(FormField.CATEGORY)).contains("Special ad category", "Say whether");
        form.specialProperty().set(Special.NONE);
        assertThat(form.complete()).isTrue();
        assertThat(form.draft().specialAdCategories()).isEmpty();
    }

    @Test
    void aSpecialCategoryNeedsItsCountries() {
        CampaignForm form = filled();
        form.specialProperty().set(Special.SOME);
        assertThat(form.error(FormField.CATEGORY)).contains("Tick at least one");
        form.categories().add("HOUSING");
        assertThat(form.error(FormField.COUNTRIES)).contains("Countries are missing");
        form.countriesProperty().set("de, xx");
        assertThat(form.error(FormField.COUNTRIES)).contains("XX");
        form.countriesProperty().set("de, at");
        assertThat(form.complete()).isTrue();
        assertThat(form.draft().specialAdCategoryCountries()).containsExactly("DE", "AT");
        assertThat(form.countryNames()).isEqualTo("Germany, Austria");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''     | Daily budget is missing. Type an amount in EUR.
            4.99   | Daily budget is below this account's minimum. Type €5.00 or more.
            4.000  | Daily budget: “4.000” could mean two amounts. Type it without a thousands sign.
            1.234567 | Daily budget: EUR has two decimals. Type no more than two.
            abc    | Daily budget is not an amount. Type a number such as 480.00.
            +10%   | Daily budget has nothing to change from. Type the amount itself.
            0      | Daily budget must be above zero. To spend nothing, pause the campaign.
            """)
    void aWrongAmountNamesTheFieldAndTheRemedy(String typed, String sentence) {
        CampaignForm form = filled();
        form.amountProperty().set(typed);
        assertThat(form.error(FormField.BUDGET)).isEqualTo(sentence);
    }

    @Test
    void yenHaveNoDecimals() {
        var yen = Samples.account("220455180931", "Aurora", AccountStatus.ACTIVE, "JPY", "Asia/Tokyo", "0", "0", null,
                "Aurora", "MANAGE");
        CampaignForm form = CampaignForm.create(new Frame(Samples.HIKARI, yen, FRAME.range(), null), FORMATS,
                Locale.UK);
        form.amountProperty().set("500.5");
        assertThat(form.error(FormField.BUDGET)).isEqualTo("Daily budget: JPY has no decimals. Type a whole amount.");
    }

    @Test
    void theReviewOfANewCampaignSaysAllThatWillBeWrittenAndThatItIsPaused() {
        assertThat(filled().changes()).containsExactly(new Change("Name", "", "Alps summer", ""),
                new Change("Status", "", "Paused", "Nothing is spent until you switch it on"),
                new Change("Objective", "", "Sales", ""), new Change("Special ad category", "", "None", ""),
                new Change("Daily budget", "", "€480.00", ""), new Change("Bid strategy", "", "Highest volume", ""));
    }

    @Test
    void aBudgetOnTheAdSetsSendsNoBudgetAndNoStrategy() {
        CampaignForm form = filled();
        form.levelProperty().set(BudgetLevel.AD_SETS);
        form.amountProperty().set("nonsense");
        form.sharingProperty().set(true);
        assertThat(form.complete()).isTrue();
        CampaignDraft draft = form.draft();
        assertThat(draft.budget()).isNull();
        assertThat(draft.bidStrategy()).isNull();
        assertThat(draft.adSetBudgetSharing()).isTrue();
    }

    @Test
    void anEditHoldsOnlyWhatDiffersAndShowsOldBesideNew() {
        CampaignForm form = CampaignForm.edit(FRAME, spring(), FORMATS, Locale.UK);
        assertThat(form.changes()).isEmpty();
        assertThat(form.edit().isEmpty()).isTrue();
        form.amountProperty().set("+10%");
        assertThat(form.changes()).containsExactly(new Change("Daily budget", "€480.00", "€528.00", "+10.0%"));
        assertThat(form.edit().name()).isNull();
        form.amountProperty().set("600");
        assertThat(form.changes().getFirst().note()).isEqualTo("+25.0%: learning may restart");
        form.amountProperty().set("=previous");
        assertThat(form.changes()).isEmpty();
        form.strategyProperty().set(BidStrategy.COST_CAP);
        form.nameProperty().set("  Spring 2  ");
        assertThat(form.changes()).extracting(Change::field).containsExactly("Name", "Bid strategy");
        assertThat(form.edit().name()).isEqualTo("Spring 2");
    }

    private static Campaign spring() {
        return Nordlys.structure().campaigns().getFirst();
    }

    private static CampaignForm filled() {
        CampaignForm form = CampaignForm.create(FRAME, FORMATS, Locale.UK);
        form.nameProperty().set("Alps summer");
        form.objectiveProperty().set(Objective.SALES);
        form.specialProperty().set(Special.NONE);
        form.amountProperty().set("480");
        form.kindProperty().set(Budget.Kind.DAILY);
        return form;
    }
}
