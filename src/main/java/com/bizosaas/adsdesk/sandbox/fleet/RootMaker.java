package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Fleet.Operator;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes users, businesses, ad accounts, pages and pixels.
///
/// Private fields: `_businesses` of a user (ids); `_agencies` of an account (ids of businesses it is shared with);
/// `_ads_api_access_tier` of an account on the development tier.
final class RootMaker {

    /// Days since an account's payment failed or the account was disabled.
    private static final int TROUBLE_DAYS = 3;

    private final GeneratedFleet fleet;
    private final List<Node> nodes = new ArrayList<>();

    RootMaker(GeneratedFleet fleet) {
        this.fleet = fleet;
    }

    List<Node> make() {
        fleet.operators().forEach(this::user);
        ObjectNode agency = above(Kind.BUSINESS, fleet.agencyId(), fleet.agencyName());
        agency.put("verification_status", "verified");
        agency.put("vertical", "ADVERTISING");
        agency.put("created_time", "2016-04-04T09:00:00+0000");
        Set<AccountPlan.Client> clients = new LinkedHashSet<>();
        fleet.plans().forEach(plan -> clients.add(plan.client()));
        clients.forEach(this::client);
        fleet.plans().forEach(this::account);
        return List.copyOf(nodes);
    }

    private ObjectNode above(Kind kind, String id, String name) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("name", name);
        nodes.add(new Node(kind, id, id, null, fields));
        return fields;
    }

    private void user(Operator operator) {
        ObjectNode fields = above(Kind.USER, operator.userId(), operator.name());
        int space = operator.name().indexOf(' ');
        fields.put("first_name", operator.name().substring(0, space));
        fields.put("last_name", operator.name().substring(space + 1));
        Set<String> businesses = new LinkedHashSet<>();
        if (!operator.tasks().isEmpty()) {
            businesses.add(fleet.agencyId());
        }
        fleet.plans().stream().filter(plan -> operator.tasks().containsKey(plan.id()))
                .forEach(plan -> businesses.add(plan.client().businessId()));
        var list = fields.putArray("_businesses");
        businesses.forEach(list::add);
    }

    private void client(AccountPlan.Client client) {
        Dice dice = Dice.of(fleet.seed(), Dice.hash(client.businessId()));
        ObjectNode business = above(Kind.BUSINESS, client.businessId(), client.businessName());
        business.put("verification_status", "verified");
        business.put("vertical", client.vertical());
        business.put("link", "https://" + client.site() + "/");
        business.put("created_time", Anchor.text(fleet.anchor().longAgo(dice), ZoneOffset.UTC));
        business.set("primary_page", named(client.pageId(), client.businessName()));
        ObjectNode page = above(Kind.PAGE, client.pageId(), client.businessName());
        page.put("category", "Shopping & retail");
        page.put("link", "https://www.facebook.com/" + client.pageId());
        page.put("fan_count", dice.between(1_800, 240_000));
        page.put("followers_count", dice.between(1_800, 240_000));
        page.put("username", client.site().substring(0, client.site().indexOf('.')));
        page.set("business", named(client.businessId(), client.businessName()));
        ObjectNode instagram = page.putObject("instagram_business_account");
        instagram.put("id", client.instagramId());
    }

    private void account(AccountPlan plan) {
        Dice dice = Dice.of(fleet.seed(), 17, plan.index());
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Instant created = fleet.anchor().longAgo(dice);
        fields.put("account_id", plan.number());
        fields.put("name", plan.name());
        fields.put("account_status", plan.status());
        fields.put("disable_reason", plan.disableReason());
        fields.put("currency", plan.currency().name());
        fields.put("timezone_name", plan.zone().getId());
        fields.put("timezone_offset_hours_utc",
                plan.zone().getRules().getOffset(fleet.anchor().now()).getTotalSeconds() / 3600.0);
        money(fields, plan, dice);
        fields.set("business", named(plan.client().businessId(), plan.client().businessName()));
        fields.put("owner", plan.client().businessId());
        fields.put("business_name", plan.client().businessName());
        fields.put("business_country_code", plan.countries().getFirst());
        fields.put("created_time", Anchor.text(created, plan.zone()));
        fields.put("age", (fleet.anchor().now().getEpochSecond() - created.getEpochSecond()) / 86400);
        fields.put("is_personal", 0);
        fields.put("is_prepay_account", false);
        fields.put("default_dsa_payor", plan.client().businessName());
        fields.put("default_dsa_beneficiary", plan.client().businessName());
        fields.putObject("tos_accepted").put("custom_audience_tos", 1).put("web_custom_audience_tos", 1);
        fields.putObject("user_tos_accepted").put("custom_audience_tos", 1);
        fields.putArray("_agencies").add(fleet.agencyId());
        if (plan.developmentTier()) {
            fields.put("_ads_api_access_tier", "development_access");
        }
        Node account = new Node(Kind.AD_ACCOUNT, plan.id(), plan.id(), null, fields);
        if (plan.status() != 1) {
            History.note(account, "account_status", "1", fleet.anchor().daysBefore(TROUBLE_DAYS));
        }
        nodes.add(account);
        pixel(plan, dice);
    }

    private static void money(ObjectNode fields, AccountPlan plan, Dice dice) {
        double dollar = plan.currency().minorPerDollar();
        long cap = plan.capUsed() == 0 ? 0 : plan.currency().roundBudget(dice.between(40_000.0, 160_000.0));
        long spent = plan.capUsed() == 0
                ? Math.round(dice.between(30_000.0, 900_000.0) * dollar)
                : Math.round(cap * (plan.capUsed() / 100.0));
        double due = plan.status() == 1 ? dice.between(20.0, 900.0) : dice.between(1_500.0, 4_000.0);
        fields.put("amount_spent", Long.toString(spent));
        fields.put("balance", Long.toString(Math.round(due * dollar)));
        fields.put("spend_cap", Long.toString(cap));
        fields.put("min_daily_budget", Math.round(dollar));
        fields.put("min_campaign_group_spend_cap", Long.toString(Math.round(100 * dollar)));
        String source = Ids.opaque(Kind.USER, plan.index(), 5000 + plan.index());
        fields.put("funding_source", source);
        ObjectNode funding = fields.putObject("funding_source_details");
        funding.put("id", source);
        funding.put("display_string", dice.pick(List.of("VISA *", "Mastercard *")) + dice.between(1000, 9999));
        funding.put("type", 1);
    }

    private void pixel(AccountPlan plan, Dice dice) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("name", plan.client().businessName() + " Web + CAPI");
        fields.put("creation_time", Anchor.text(fleet.anchor().longAgo(dice), plan.zone()));
        fields.put("last_fired_time", Anchor.text(fleet.anchor().now().minusSeconds(dice.between(20, 900)),
                plan.zone()));
        fields.put("is_created_by_business", true);
        fields.put("is_unavailable", false);
        fields.set("owner_business", named(plan.client().businessId(), plan.client().businessName()));
        nodes.add(new Node(Kind.PIXEL, plan.pixelId(), plan.id(), null, fields));
    }

    private static ObjectNode named(String id, String name) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
    }
}
