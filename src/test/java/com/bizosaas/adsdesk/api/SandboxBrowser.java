package com.bizosaas.adsdesk.api;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person with a browser at the sandbox's sign-in pages.
public final class SandboxBrowser {

    public static final List<String> ALL = List.of("ads_management", "ads_read", "business_management");
    private static final Pattern OPERATOR = Pattern.compile("value=\"([0-9]{10,})\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();

    /// Signs in as the first person on the page and presses a button on the next one.
    ///
    /// @param action `continue` or `cancel`
    /// @return where the dialog sends the browser
    public String answer(String dialog, String action, List<String> permissions)
            throws IOException, InterruptedException {
        URI address = URI.create(dialog);
        String question = address.getRawQuery();
        String base = dialog.replaceFirst("\\?.*", "");
        Matcher operator = OPERATOR.matcher(
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body());
        if (!operator.find()) {
            throw new AssertionError("Nobody can sign in");
        }
        press(base + "/sign-in", question + "&operator=" + operator.group(1));
        StringBuilder form = new StringBuilder(question).append("&action=").append(action);
        permissions.forEach(permission -> form.append("&permission=").append(permission));
        HttpResponse<String> answer = press(base + "/confirm", form.toString());
        return answer.headers().firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    /// Follows the dialog's redirect.
    public HttpResponse<String> follow(String redirect) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(redirect)).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> press(String url, String form) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
