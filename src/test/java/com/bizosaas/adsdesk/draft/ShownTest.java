package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A review is read by people: no value of a field stands there in Facebook's own shape.
class ShownTest {

    private final Shown shown = new Shown(Sample.projection(DraftBook.EMPTY));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            CAMPAIGN | objective          | OUTCOME_SALES             | Sales
            CAMPAIGN | objective          | OUTCOME_APP_PROMOTION     | App
            CAMPAIGN | bid_strategy       | LOWEST_COST_WITHOUT_CAP   | Highest volume
            CAMPAIGN | daily_budget       | 48000                     | 480.00 EUR
            CAMPAIGN | special_ad_categories | []                     | None
            AD_SET   | optimization_goal  | OFFSITE_CONVERSIONS       | Offsite conversions
            AD_SET   | bid_constraints    | {"roas_average_floor":28000} | 2.80
            AD_SET   | attribution_spec   | [{"event_type":"CLICK_THROUGH","window_days":7},{"event_type":"VIEW_THROUGH","window_days":1}] | 7-day click, 1-day view
            AD_SET   | promoted_object    | {"pixel_id":"12","custom_event_type":"PURCHASE"} | pixel 12, Purchase
            AD_SET   | end_time           | 0                         | Open end
            """, delimiter = '|')
    void saysAValueInWords(Level level, String field, String value, String words) {
        assertThat(shown.of(Fields.of(level, field), value)).isEqualTo(words);
    }
}
