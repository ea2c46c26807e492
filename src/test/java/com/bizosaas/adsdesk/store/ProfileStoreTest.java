package com.bizosaas.adsdesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.profile.Naming;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import org.junit.jupiter.api.Test;

/// What profiles that earlier releases stored are read as.
class ProfileStoreTest {

    @Test
    void readsTheOneNamingOfAnEarlierRelease() {
        Naming naming = ProfileStore.read("{\"owner\":\"Ines\",\"namePattern\":\"NO_.*\"}").naming();
        assertThat(naming).isEqualTo(new Naming("/NO_.*/", "", ""));
        assertThat(naming.template(Level.CAMPAIGN)).as("an expression makes no names").isEmpty();
        assertThat(ProfileStore.read("{\"owner\":\"Ines\"}").naming()).isEqualTo(Naming.NONE);
    }

    @Test
    void readsWhatItWrites() {
        TenantProfile profile = TenantProfile.EMPTY.withNaming(new Naming("{country}", "/a{2}/", "{n:2}"));
        assertThat(ProfileStore.read(Json.write(profile))).isEqualTo(profile);
        assertThat(profile.naming().template(Level.AD)).contains("{n:2}");
    }
}
