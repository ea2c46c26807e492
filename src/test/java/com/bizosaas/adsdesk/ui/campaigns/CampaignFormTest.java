package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.BidStrategy;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFormTest {

    private static final Formats FORMATS = new Formats(Locale.UK);
    private static final Frame FRAME = new Frame(Samples.NORDLYS, Samples.WEBSHOP, Samples.scope().range(), null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''     | Daily budget is missing. Type an amount in EUR.
            4.99   | Daily budget is below this account's minimum. Type €5.00 or more.
            4.000  | Daily budget: “4.000” could mean two amounts. Type it without a thousands sign.
            1.234567 | Daily budget: EUR has two decimals. Type no more than two.
            abc    | Daily budget is not an amount. Type a number such as 480.00, +10%, -20 or =previous.
            0      | Daily budget must be above zero. To spend nothing, pause the campaign.
            """)
    void aWrongAmountNamesTheFieldAndTheRemedy(String typed, String sentence) {
        CampaignForm form = CampaignForm.edit(FRAME, spring(), FORMATS, Locale.UK);
        form.amountProperty().set(typed);
        assertThat(form.error(FormField.BUDGET)).isEqualTo(sentence);
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
}
