package com.bizosaas.adsdesk.store.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassphraseStrengthTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
      a                              , TOO_SHORT
      password                       , WEAK
      P@ssw0rd123                    , WEAK
      Password2026!                  , WEAK
      qwertyuiopasdfgh               , WEAK
      aaaaaaaaaaaaaaaaaaaaaaaa       , WEAK
      abcdefghijklmnop1234567890     , WEAK
      x7Kd!p                         , TOO_SHORT
      marmot tube kite               , GOOD
      wolke tisch                    , FAIR
      xkqzvw                         , TOO_SHORT
      gR7#xu2Lq9w                    , GOOD
      marmot tube kite gravel        , STRONG
      vX9!kq2ZpL#w8mTz               , STRONG
      """)
    void tellsWhatIsEasyToGuess(String text, PassphraseStrength.Level level) {
        try (Passphrase passphrase = Passphrase.of(text.toCharArray())) {
            PassphraseStrength strength = PassphraseStrength.of(passphrase);

            assertThat(strength.level()).as(strength.toString()).isEqualTo(level);
            assertThat(strength.level().advice()).endsWith(".");
        }
    }
}
