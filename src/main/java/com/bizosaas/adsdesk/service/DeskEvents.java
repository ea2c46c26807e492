package com.bizosaas.adsdesk.service;

import java.util.function.Consumer;

/// Where news is published. Listeners are called on the publishing thread, must return at once and must not throw.
public interface DeskEvents {

    Subscription subscribe(Consumer<DeskEvent> listener);

    void publish(DeskEvent event);
}
