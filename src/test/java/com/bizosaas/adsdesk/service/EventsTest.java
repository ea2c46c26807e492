package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final Events events = new Events();
    private final List<DeskEvent> heard = new ArrayList<>();

    @Test
    void aListenerThatThrowsHarmsNobody() {
        events.subscribe(event -> {
            throw new IllegalStateException("broken listener");
        });
        events.subscribe(heard::add);
        events.publish(new DeskEvent.UsageChanged());
        assertThat(heard).containsExactly(new DeskEvent.UsageChanged());
    }

    @Test
    void endsOneSubscriptionAtATime() {
        Consumer<DeskEvent> listener = heard::add;
        Subscription first = events.subscribe(listener);
        events.subscribe(listener);
        first.end();
        first.end();
        events.publish(new DeskEvent.AuditChanged());
        assertThat(heard).hasSize(1);
    }

    @Test
    void aListenerMayEndItselfWhileItIsCalled() {
        Subscription[] own = new Subscription[1];
        own[0] = events.subscribe(event -> {
            heard.add(event);
            own[0].end();
        });
        events.publish(new DeskEvent.AuditChanged());
        events.publish(new DeskEvent.AuditChanged());
        assertThat(heard).hasSize(1);
    }
}
