package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.ui.common.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One tenant and its accounts as the mock-ups have them, on the morning of 14 April 2026.
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-04-14T07:42:12Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);
    public static final LocalDate TODAY = LocalDate.of(2026, 4, 14);
    public static final AdCurrency EUR = AdCurrency.of("EUR");

    public static final Tenant NORDLYS = new Tenant(new TenantId("nordlys"), "Nordlys Outdoor AS", 0,
            Instant.parse("2026-01-05T08:00:00Z"));
    public static final Tenant SUGARLOAF = new Tenant(new TenantId("sugarloaf"), "Sugarloaf Pet Supply", 2,
            Instant.parse("2026-01-06T08:00:00Z"));
    public static final Tenant HIKARI = new Tenant(new TenantId("hikari"), "株式会社ひかり旅行", 3,
            Instant.parse("2026-01-07T08:00:00Z"));
    public static final Tenant ZAYTUN = new Tenant(new TenantId("zaytun"), "مطاعم الزيتون", 1,
            Instant.parse("2026-01-08T08:00:00Z"));

    public static final AdAccount WEBSHOP = account("102938475610", "EU Webshop", AccountStatus.ACTIVE, "EUR",
            "Europe/Oslo", "1284.60", "38420", "60000", "Nordlys Outdoor AS", "MANAGE", "ADVERTISE", "ANALYZE");
    public static final AdAccount NETTBUTIKK = account("102938475642", "Norge Nettbutikk", AccountStatus.ACTIVE, "NOK",
            "Europe/Oslo", "8912", "220000", null, "Nordlys Outdoor AS", "MANAGE", "ADVERTISE", "ANALYZE");
    public static final AdAccount SVERIGE = account("102938475677", "Sverige & Danmark", AccountStatus.ACTIVE, "SEK",
            "Europe/Stockholm", "3140.50", "41300", "50000", "Nordlys Outdoor AS", "MANAGE", "ADVERTISE", "ANALYZE");
    public static final AdAccount TRIAL = account("102938475703", "UK Trial 2026", AccountStatus.IN_GRACE_PERIOD, "GBP",
            "Europe/London", "412.08", "1958", "2000", "Nordlys Outdoor AS", "MANAGE", "ADVERTISE", "ANALYZE");
    public static final AdAccount WHOLESALE = account("188100924418", "Wholesale & Retail Partners EMEA",
            AccountStatus.ACTIVE, "EUR", "Europe/Berlin", "220.10", "12010", "20000", "Nordlys Wholesale GmbH",
            "ADVERTISE", "ANALYZE");
    public static final AdAccount AURORA = account("220455180931", "オーロラ・ジャパン（テスト）", AccountStatus.PENDING_RISK_REVIEW,
            "JPY", "Asia/Tokyo", "0", "0", null, "オーロラ合同会社", "MANAGE", "ADVERTISE", "ANALYZE");
    public static final AdAccount DROPSHIP = account("102938475799", "US Dropship pilot", AccountStatus.UNSETTLED,
            "USD",
            "America/Denver", "87.44", "4000", "5000", "Nordlys Outdoor AS", "MANAGE", "ADVERTISE", "ANALYZE");
    public static final AdAccount OLD = account("077122031185", "Nordlys — agency shared (old)", AccountStatus.DISABLED,
            "EUR", "Europe/London", "0", "900", null, "BizOSaaS Media Ltd", "ANALYZE");

    public static final List<AdAccount> ACCOUNTS = List.of(WEBSHOP, NETTBUTIKK, SVERIGE, TRIAL, WHOLESALE, AURORA,
            DROPSHIP, OLD);

    private Samples() {
    }

    public static AdAccount account(String number, String name, AccountStatus status, String currency, String zone,
            String balance, String spent, String cap, String business, String... tasks) {
        AdCurrency money = AdCurrency.of(currency);
        return new AdAccount(AdAccountId.of(number), name, status, status == AccountStatus.DISABLED ? 3 : 0, money,
                ZoneId.of(zone), Money.of(spent, money), Money.of(balance, money),
                cap == null ? null : Money.of(cap, money), Money.of("5", money), "b" + business.hashCode(), business,
                Set.of(tasks), "Visa •••• 4242");
    }

    public static Connection connection(Instant expiresAt, Connection.Broken broken) {
        return new Connection("10001", "Maja Lindqvist", "2026200000000001", Connection.Kind.USER,
                Set.of("ads_management", "ads_read", "business_management", "pages_read_engagement"),
                Set.of("leads_retrieval"), Instant.parse("2026-04-05T07:10:00Z"), expiresAt,
                Instant.parse("2026-07-04T00:00:00Z"), broken);
    }

    public static Connection connection() {
        return connection(NOW.plus(Duration.ofDays(51)).plusSeconds(3600), null);
    }

    public static Scope scope() {
        DateRange range = DatePreset.LAST_14_DAYS.range(TODAY);
        return new Scope(NORDLYS, WEBSHOP, DatePreset.LAST_14_DAYS, range, range.previous());
    }

    public static DeskSettings settings() {
        Map<Topic, Duration> lifetimes = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            lifetimes.put(topic, topic.defaultLifetime());
        }
        return new DeskSettings("2026200000000001", "v26.0",
                List.of("ads_management", "ads_read", "business_management", "leads_retrieval",
                        "pages_read_engagement"),
                "http://localhost:3002/api/brain/integrations/facebook-ads/oauth?action=callback", true, lifetimes,
                DeskSettings.Theme.LIGHT, Duration.ofMinutes(15), Duration.ofHours(4), "Ines Moreau");
    }
}
