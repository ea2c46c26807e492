package com.bizosaas.adsdesk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.MoneyEntry.Amount;
import com.bizosaas.adsdesk.domain.MoneyEntry.Reading;
import com.bizosaas.adsdesk.domain.MoneyEntry.Reason;
import com.bizosaas.adsdesk.domain.MoneyEntry.Refused;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyEntryTest {

    private static final AdCurrency EUR = AdCurrency.of("EUR");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en-GB | EUR | 480             | 480
            en-GB | EUR | 480.5           | 480.50
            en-GB | EUR | 1,200           | 1200
            en-GB | EUR | 1,200.50        | 1200.50
            en-GB | EUR | 1,234,567.89    | 1234567.89
            en-GB | EUR | 12,50           | 12.50
            en-GB | EUR | 1.500,00        | 1500
            en-GB | EUR | .75             | 0.75
            en-GB | EUR | €480            | 480
            en-GB | EUR | 480 eur         | 480
            de-DE | EUR | 480,50          | 480.50
            de-DE | EUR | 1.200           | 1200
            de-DE | EUR | 1.200,50        | 1200.50
            de-DE | EUR | 480.50          | 480.50
            de-DE | EUR | 480,50 €        | 480.50
            fr-FR | EUR | "1 200,50"      | 1200.50
            de-CH | CHF | 1’200.50        | 1200.50
            en-IN | INR | "4,12,360"      | 412360
            en-IN | INR | "₹1,20,000.50"  | 120000.50
            hi-IN | INR | १२००            | 1200
            ar-EG | EGP | ١٢٠٠٫٥          | 1200.50
            nb-NO | NOK | 250 kr          | 250
            pl-PL | PLN | 99,90 zł        | 99.90
            ja-JP | JPY | ¥5,000          | 5000
            hu-HU | HUF | 12 000          | 12000
            is-IS | ISK | 12.000          | 12000
            """)
    void readsAnAmountAsPeopleOfThisLocaleTypeIt(String locale, String currency, String typed, BigDecimal amount) {
        assertThat(typed(locale, currency, typed)).isInstanceOfSatisfying(Amount.class,
                read -> assertThat(read.money().amount()).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            en-GB | EUR | ''       | EMPTY
            en-GB | EUR | abc      | NOT_A_NUMBER
            en-GB | EUR | 12a      | NOT_A_NUMBER
            en-GB | EUR | 1,2,3    | NOT_A_NUMBER
            en-GB | EUR | 1.2.3    | NOT_A_NUMBER
            en-GB | EUR | 10%      | NOT_A_NUMBER
            en-GB | EUR | 1e5      | NOT_A_NUMBER
            en-GB | EUR | 4.000    | AMBIGUOUS
            de-DE | EUR | 4,000    | AMBIGUOUS
            fr-FR | EUR | 1.200    | AMBIGUOUS
            en-GB | JPY | 5.000    | AMBIGUOUS
            en-GB | EUR | 4.0001   | TOO_MANY_DECIMALS
            en-GB | EUR | 0.005    | TOO_MANY_DECIMALS
            en-GB | JPY | 5000.5   | TOO_MANY_DECIMALS
            hu-HU | HUF | 12000,5  | TOO_MANY_DECIMALS
            en-GB | EUR | 0        | NOT_POSITIVE
            en-GB | EUR | +10%     | NO_PREVIOUS
            en-GB | EUR | =previous| NO_PREVIOUS
            en-GB | EUR | 9999999999999 | TOO_LARGE
            """)
    void refusesWhatIsNoAmountOrCouldBeTwo(String locale, String currency, String typed, Reason reason) {
        assertThat(typed(locale, currency, typed)).isEqualTo(new Refused(reason));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            +10%,       462
            -20,        400
            −20,        400
            +19.50,     439.50
            +2.5%,      430.50
            -12.5%,     367.50
            + 10 %,     462
            =previous,  420
            =PREVIOUS,  420
            """)
    void countsRelativeChangesFromThePreviousAmount(String typed, BigDecimal amount) {
        MoneyEntry entry = new MoneyEntry(EUR, Locale.UK, Money.of("420", EUR), null);
        assertThat(entry.read(typed)).isInstanceOfSatisfying(Amount.class,
                read -> assertThat(read.money().amount()).isEqualByComparingTo(amount));
    }

    @Test
    void roundsAPercentageToWhatTheCurrencyCanCount() {
        AdCurrency yen = AdCurrency.of("JPY");
        Reading read = new MoneyEntry(yen, Locale.UK, Money.of("45", yen), null).read("+10%");
        assertThat(read).isInstanceOfSatisfying(Amount.class, amount -> assertThat(amount.money().minorUnits())
                .isEqualTo(50));
    }

    @Test
    void refusesAStepThatLeavesNothing() {
        MoneyEntry entry = new MoneyEntry(EUR, Locale.UK, Money.of("20", EUR), null);
        assertThat(entry.read("-20")).isEqualTo(new Refused(Reason.NOT_POSITIVE));
        assertThat(entry.read("-150%")).isEqualTo(new Refused(Reason.NOT_POSITIVE));
    }

    @Test
    void holdsTheMinimumOfTheAccount() {
        MoneyEntry entry = new MoneyEntry(EUR, Locale.UK, Money.of("6", EUR), Money.of("5", EUR));
        assertThat(entry.read("4.99")).isEqualTo(new Refused(Reason.BELOW_MINIMUM));
        assertThat(entry.read("-50%")).isEqualTo(new Refused(Reason.BELOW_MINIMUM));
        assertThat(entry.read("5")).isInstanceOf(Amount.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLP", "COP", "CRC", "HUF", "ISK", "IDR", "JPY", "KRW", "PYG", "TWD", "VND"})
    void countsCurrenciesWithoutMinorUnitsInWholes(String code) {
        assertThat(typed("en-GB", code, "12,000")).isInstanceOfSatisfying(Amount.class,
                read -> assertThat(read.money().minorUnits()).isEqualTo(12000));
        assertThat(typed("en-GB", code, "12.5")).isEqualTo(new Refused(Reason.TOO_MANY_DECIMALS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DZD", "ARS", "AUD", "BHD", "BDT", "BOB", "BGN", "BRL", "GBP", "CAD", "CNY", "HRK", "CZK",
            "DKK", "EGP", "EUR", "GTQ", "HNL", "HKD", "INR", "ILS", "JOD", "KES", "LVL", "LTL", "MOP", "MYR", "MXN",
            "NZD", "NIO", "NGN", "NOK", "PKR", "PEN", "PHP", "PLN", "QAR", "RON", "RUB", "SAR", "RSD", "SGD", "SKK",
            "ZAR", "SEK", "CHF", "THB", "TRY", "AED", "UAH", "USD", "UYU", "VEF", "VES", "FBZ"})
    void countsAllOthersInHundredthsEvenDinars(String code) {
        assertThat(typed("en-GB", code, code + " 50.25")).isInstanceOfSatisfying(Amount.class,
                read -> assertThat(read.money().minorUnits()).isEqualTo(5025));
    }

    private static Reading typed(String locale, String currency, String text) {
        return new MoneyEntry(AdCurrency.of(currency), Locale.forLanguageTag(locale), null, null).read(text);
    }
}
