package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Status;

/// The object behind a row, on one of the three levels.
sealed interface Subject {

    record OfCampaign(Campaign campaign) implements Subject {
        @Override
        public String name() {
            return campaign.name();
        }

        @Override
        public Status status() {
            return campaign.status();
        }
    }

    record OfAdSet(AdSet adSet) implements Subject {
        @Override
        public String name() {
            return adSet.name();
        }

        @Override
        public Status status() {
            return adSet.status();
        }
    }

    record OfAd(Ad ad) implements Subject {
        @Override
        public String name() {
            return ad.name();
        }

        @Override
        public Status status() {
            return ad.status();
        }
    }

    String name();

    Status status();
}
