package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookoutTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
            1200                                 | 1200.00                        | true
            1200                                 | 1300                           | false
            null                                 | ``                             | true
            null                                 | x                              | false
            true                                 | false                          | false
            {"b":[1,2],"a":"x"}                  | {"a":"x","b":[2,1]}            | true
            {"a":"5","added":true}               | {"a":5}                        | true
            {"ratio":0.01}                       | {"ratio":0.010}                | true
            {"a":{"b":1,"c":2}}                  | {"a":{"b":1}}                  | true
            {"a":{"b":2}}                        | {"a":{"b":1}}                  | false
            {"a":1}                              | {"a":1,"none":[]}              | true
            {"a":1}                              | {"a":1,"b":[3]}                | false
            {"geo":["DE","AT"]}                  | {"geo":["DE"]}                 | false
            {"geo":["AT"]}                       | {"geo":["DE"]}                 | false
            not json                             | {"a":1}                        | false
            """)
    void comparesStructuresAsTrees(String now, String wanted, boolean same) {
        assertThat(Lookout.same(now, wanted)).isEqualTo(same);
    }

    /// A creative that was made within an ad's write is known by being another one.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
            {"id":"431"} | {"id":"430"}          | true
            {"id":"431"} | {"creative_id":"430"} | true
            {"id":"430"} | {"id":"430"}          | false
            null         | {"id":"430"}          | false
            {"id":"431"} | null                  | false
            """)
    void aCreativeThatWasDescribedIsAnotherOne(String now, String before, boolean another) {
        assertThat(Lookout.isAnother(now, before)).isEqualTo(another);
    }

    /// What was sent and what is read are not written alike: a write that was done must not be taken for one that was not.
    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            campaigns, spend_cap,      null,                     922337203685478,          true
            campaigns, spend_cap,      0,                        922337203685478,          true
            campaigns, spend_cap,      5000000,                  922337203685478,          false
            adsets,    end_time,       null,                     0,                        true
            adsets,    end_time,       2027-03-01T23:00:00+0100, 0,                        false
            adsets,    start_time,     2026-12-02T09:00:00+0100, 2026-12-02T08:00:00+0000, true
            adsets,    start_time,     2026-12-02T09:00:00+0100, 2026-12-02T09:00:00+0000, false
            adsets,    adset_schedule, null,                     [],                       true
            adsets,    daily_budget,   2500,                     2500,                     true
            adsets,    daily_budget,   2500,                     2600,                     false
            campaigns, name,           null,                     Autumn,                   false
            """)
    void comparesByWhatTheFieldMeans(String edge, String field, String now, String wanted, boolean done) {
        assertThat(Lookout.holds(edge, field, now, wanted)).isEqualTo(done);
    }
}
