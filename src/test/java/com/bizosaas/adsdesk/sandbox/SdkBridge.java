package com.bizosaas.adsdesk.sandbox;

import com.facebook.ads.sdk.APIConfig;
import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIRequest.IRequestExecutor;

/// Points the official SDK at a sandbox, for measurements.
public final class SdkBridge {

    private SdkBridge() {
    }

    public static IRequestExecutor executor(String graphUrl) {
        return new SandboxExecutor(graphUrl);
    }

    /// With the app's secret, so that every call carries `appsecret_proof`.
    public static APIContext context(String version, String token, String appId, String appSecret) {
        return new APIContext(APIConfig.DEFAULT_API_BASE, APIConfig.DEFAULT_VIDEO_API_BASE, version, token, appSecret,
                appId, false);
    }
}
