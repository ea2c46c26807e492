package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the operator may change about the desk itself, without the app secret.
///
/// @param scopes permissions asked for in the dialog
/// @param lifetimes age at which a topic is stale
/// @param idleLock time without input after which the screen locks; zero for never
/// @param vaultLock time without input, sleep included, after which the vault locks; zero for never
/// @param operatorName who is at the desk; saving another one renames that person
public record DeskSettings(String appId, String apiVersion, List<String> scopes, String redirectUri, boolean polling,
        Map<Topic, Duration> lifetimes, Theme theme, Duration idleLock, Duration vaultLock,
        String operatorName) {

    /// Light, dark, or as the system has it.
    public enum Theme {
        LIGHT, DARK, SYSTEM
    }

    public DeskSettings {
        scopes = List.copyOf(scopes);
        lifetimes = Map.copyOf(lifetimes);
    }

    public DeskSettings withAppId(String appId) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withApiVersion(String apiVersion) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withScopes(List<String> scopes) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withRedirectUri(String redirectUri) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withPolling(boolean polling) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withLifetimes(Map<Topic, Duration> lifetimes) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withTheme(Theme theme) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withIdleLock(Duration idleLock) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withVaultLock(Duration vaultLock) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }

    public DeskSettings withOperatorName(String operatorName) {
        return new DeskSettings(appId, apiVersion, scopes, redirectUri, polling, lifetimes, theme, idleLock, vaultLock,
                operatorName);
    }
}
