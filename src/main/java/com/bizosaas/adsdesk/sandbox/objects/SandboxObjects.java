package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.FaultPlan;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Renderer;
import com.bizosaas.adsdesk.sandbox.graph.Schema;
import com.bizosaas.adsdesk.sandbox.insights.InsightsSource;
import com.bizosaas.adsdesk.sandbox.login.Sessions;

/// Registers everything the sandbox's objects can do.
public final class SandboxObjects {

    private SandboxObjects() {
    }

    public static void register(Operations operations, Schema schema, Renderer renderer, Sessions sessions,
            InsightsSource insights, Activities activities, Media media, FaultPlan faults) {
        Lists lists = new Lists(renderer);
        Values values = new Values(schema);
        Writes writes = new Writes(activities);
        TargetingRules targeting = new TargetingRules(schema);
        CreativeCalls creatives = new CreativeCalls(values, writes, lists);
        new People(sessions, lists).register(operations);
        new Structure(lists).register(operations);
        new MinimumBudgets().register(operations);
        new CampaignCalls(values, writes, new Spending(insights)).register(operations);
        new AdSetCalls(values, writes, targeting, new Spending(insights)).register(operations);
        creatives.register(operations);
        new AdCalls(values, writes, creatives).register(operations);
        new InsightsCalls(insights, renderer, faults).register(operations);
        new AudienceCalls(values, writes, lists).register(operations);
        new MediaCalls(lists, media, writes).register(operations);
        new PreviewCalls(media, creatives).register(operations);
        new CopyCalls(writes, lists).register(operations);
        new TargetingCalls(targeting).register(operations);
        activities.register(operations);
    }
}
