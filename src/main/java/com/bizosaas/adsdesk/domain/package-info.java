/// The words of the trade as immutable values: tenants, ad accounts, campaigns, ad sets, ads, creatives, custom
/// audiences, insights, money and time. Depends on nothing but `java.base`; knows neither JSON, SQL, HTTP nor windows.
///
/// Ids are text, money carries its currency, days are days of the ad account's time zone, and a value that Facebook may
/// add tomorrow (a status, an objective) is kept as its text rather than refused.
@NullMarked
package com.bizosaas.adsdesk.domain;

import org.jspecify.annotations.NullMarked;
