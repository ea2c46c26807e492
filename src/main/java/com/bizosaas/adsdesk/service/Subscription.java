package com.bizosaas.adsdesk.service;

/// Ends a listener's subscription. Ending it twice does nothing.
@FunctionalInterface
public interface Subscription {

    void end();
}
