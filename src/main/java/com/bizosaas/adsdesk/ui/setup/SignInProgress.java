package com.bizosaas.adsdesk.ui.setup;

/// How far a sign-in has come, for the list that ticks off its parts.
enum SignInProgress {
    /// None under way.
    IDLE,
    /// The window or the browser is open.
    WAITING_FOR_CONSENT,
    /// The code is exchanged and the permissions are read.
    CHECKING
}
