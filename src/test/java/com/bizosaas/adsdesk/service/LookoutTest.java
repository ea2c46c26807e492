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
}
