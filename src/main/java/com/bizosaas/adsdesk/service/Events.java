package com.bizosaas.adsdesk.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk's one place for news. Thread-safe; a listener that throws is logged and harms neither the publisher nor the
/// listeners after it.
public final class Events implements DeskEvents {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    @Override
    public Subscription subscribe(Consumer<DeskEvent> listener) {
        Registration registration = new Registration(listener);
        registrations.add(registration);
        return () -> registrations.remove(registration);
    }

    @Override
    public void publish(DeskEvent event) {
        for (Registration registration : registrations) {
            try {
                registration.listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on {}", event, e);
            }
        }
    }

    /// Compared by identity, so that a listener subscribed twice is ended once at a time.
    private static final class Registration {

        private final Consumer<DeskEvent> listener;

        Registration(Consumer<DeskEvent> listener) {
            this.listener = listener;
        }
    }
}
