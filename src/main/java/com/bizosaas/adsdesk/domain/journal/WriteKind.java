package com.bizosaas.adsdesk.domain.journal;

/// What a write does at Facebook.
public enum WriteKind {
    CREATE, UPDATE, DELETE
}
