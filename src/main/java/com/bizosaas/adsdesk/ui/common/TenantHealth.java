package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Judges how a tenant fares from what is stored of it: its sign-in, its accounts, and ads that do not run.
///
/// @param alerts sentences, most urgent first
public record TenantHealth(Health health, List<String> alerts) {

    /// Days before the end of a sign-in from which it is said (product brief: warnings at 14, 7, 3 and 1 days).
    static final long WARN_DAYS = 14;

    private static final BigDecimal CAP_ALERT = new BigDecimal("0.95");

    /// @param connection null before the first sign-in
    /// @param stopped how many campaigns, ad sets and ads Meta rejected or stopped
    public static TenantHealth of(@Nullable Connection connection, List<AdAccount> accounts, int stopped,
            InstantSource clock) {
        if (connection == null) {
            return new TenantHealth(Health.UNKNOWN, List.of());
        }
        List<String> alerts = new ArrayList<>();
        Health health = Health.GOOD;
        if (!connection.works(clock)) {
            alerts.add("Sign-in ended: reconnect in Setup");
            health = Health.STOPPED;
        } else {
            Long left = connection.daysLeft(clock);
            if (left != null && left <= WARN_DAYS) {
                alerts.add(left == 0
                        ? "Sign-in ends today"
                        : "Sign-in ends in " + left + (left == 1 ? " day" : " days"));
                health = Health.WARNING;
            }
        }
        for (AdAccount account : accounts) {
            String alert = alert(account);
            if (alert != null) {
                alerts.add(alert);
                health = worse(health, account.status().delivers() ? Health.WARNING : Health.STOPPED);
            }
        }
        if (stopped > 0) {
            alerts.add(stopped == 1
                    ? "1 ad or campaign was rejected or has issues"
                    : stopped + " ads or campaigns were rejected or have issues");
            health = worse(health, Health.WARNING);
        }
        return new TenantHealth(health, alerts);
    }

    /// Campaigns, ad sets and ads that Meta rejected or reports issues with.
    public static int stopped(AdStructure structure) {
        long campaigns = structure.campaigns().stream().filter(each -> bad(each.effectiveStatus())).count();
        long adSets = structure.adSets().stream().filter(each -> bad(each.effectiveStatus())).count();
        long ads = structure.ads().stream().filter(each -> bad(each.effectiveStatus())).count();
        return (int) (campaigns + adSets + ads);
    }

    private static boolean bad(EffectiveStatus status) {
        return status.equals(EffectiveStatus.DISAPPROVED) || status.equals(EffectiveStatus.WITH_ISSUES);
    }

    private static @Nullable String alert(AdAccount account) {
        if (account.status() != AccountStatus.ACTIVE && account.status() != AccountStatus.UNKNOWN) {
            return account.name() + ": " + AccountStatusPill.words(account.status()).toLowerCase(Locale.ROOT);
        }
        Money cap = account.spendCap();
        if (cap != null && cap.amount().signum() > 0
                && account.amountSpent().amount().compareTo(cap.amount().multiply(CAP_ALERT)) >= 0) {
            return account.name() + ": spend cap almost used up";
        }
        return null;
    }

    private static Health worse(Health one, Health other) {
        return one == Health.STOPPED || other == Health.STOPPED ? Health.STOPPED : Health.WARNING;
    }
}
