package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.model.Fleet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The dialog's HTML: plain forms that work in any browser, with one small script that leaves a mark in the browser's
/// local storage, so that a test can tell whether one login's storage reaches the next.
final class DialogPages {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("public_profile", "See your name and profile picture"),
            Map.entry("email", "See your e-mail address"),
            Map.entry("ads_read", "Access your Facebook ads and related stats"),
            Map.entry("ads_management", "Manage ads for ad accounts that you have access to"),
            Map.entry("business_management", "Manage your business"),
            Map.entry("pages_show_list", "Show a list of the Pages you manage"),
            Map.entry("pages_read_engagement", "Read content posted on the Page"),
            Map.entry("pages_manage_ads", "Manage ads associated with your Page"),
            Map.entry("read_insights", "Access insights for your Pages and apps"),
            Map.entry("leads_retrieval", "Access leads collected by your ads"),
            Map.entry("catalog_management", "Manage your product catalogues"),
            Map.entry("instagram_basic", "Access profile and posts from the Instagram account"));

    private static final String STYLE = """
            body{font:16px/1.5 sans-serif;margin:0;background:#f0f2f5;color:#1c1e21}
            main{max-width:30em;margin:1.5em auto;padding:1.5em;background:#fff;border:1px solid #ccd0d5;border-radius:8px}
            h1{font-size:1.3em;margin:0 0 .6em}p.note{background:#fff3cd;padding:.5em .8em;border-radius:4px;margin:0 0 1em}
            fieldset{border:0;padding:0;margin:0 0 1em}legend{font-weight:bold;margin-bottom:.4em}
            label{display:block;padding:.4em 0}button{font:inherit;padding:.5em 1.2em;margin:.2em .5em .2em 0;border-radius:6px;
            border:1px solid #8d949e;background:#e4e6eb}button.main{background:#1657b0;border-color:#1657b0;color:#fff}
            """;

    private DialogPages() {
    }

    static String signIn(DialogRequest request, List<Fleet.Operator> operators) {
        StringBuilder body = new StringBuilder("<h1>Log in to the sandbox</h1><form method=\"post\" action=\"")
                .append(escape(request.path())).append("/sign-in\"><fieldset><legend>Who are you?</legend>");
        for (int i = 0; i < operators.size(); i++) {
            Fleet.Operator operator = operators.get(i);
            body.append("<label><input type=\"radio\" name=\"operator\" value=\"").append(escape(operator.userId()))
                    .append(i == 0 ? "\" checked> " : "\"> ").append(escape(operator.name())).append("</label>");
        }
        body.append("</fieldset>").append(hidden(request))
                .append("<button class=\"main\" type=\"submit\" id=\"sign-in\">Log in</button></form>");
        return page("Log in", body.toString(), "");
    }

    static String consent(DialogRequest request, Fleet.Operator operator, Set<String> asked, Set<String> granted) {
        StringBuilder body = new StringBuilder("<h1>Continue as ").append(escape(operator.name())).append("?</h1>")
                .append("<form method=\"post\" action=\"").append(escape(request.path())).append("/confirm\">");
        if (!granted.isEmpty()) {
            body.append("<p>Ads Desk already has:</p><ul>");
            granted.forEach(scope -> body.append("<li>").append(escape(words(scope))).append("</li>"));
            body.append("</ul>");
        }
        if (!asked.isEmpty()) {
            body.append("<fieldset><legend>Ads Desk would like to</legend>");
            for (String scope : asked) {
                boolean fixed = "public_profile".equals(scope);
                body.append("<label><input type=\"checkbox\" name=\"permission\" value=\"").append(escape(scope))
                        .append("\" id=\"permission-").append(escape(scope)).append(fixed
                                ? "\" checked disabled> "
                                : "\" checked> ")
                        .append(escape(words(scope))).append(" <small>").append(escape(scope))
                        .append(fixed ? " (required)" : "").append("</small></label>");
            }
            body.append("</fieldset>");
        }
        body.append(hidden(request)).append("<input type=\"hidden\" name=\"operator\" value=\"")
                .append(escape(operator.userId())).append("\">")
                .append("<button class=\"main\" type=\"submit\" name=\"action\" value=\"continue\" id=\"continue\">")
                .append("Continue</button>")
                .append("<button type=\"submit\" name=\"action\" value=\"cancel\" id=\"cancel\">Cancel</button>")
                .append("</form><form method=\"post\" action=\"").append(escape(request.path())).append("/sign-out\">")
                .append(hidden(request))
                .append("<button type=\"submit\" id=\"switch\">Not you? Switch account</button>")
                .append("</form>");
        return page("Permissions", body.toString(), operator.userId());
    }

    static String refused(String reason) {
        return page("Error", "<h1>Sorry, something went wrong</h1><p role=\"alert\" id=\"error\">" + escape(reason)
                + "</p>", "");
    }

    private static String words(String scope) {
        return WORDS.getOrDefault(scope, scope);
    }

    private static String hidden(DialogRequest request) {
        StringBuilder fields = new StringBuilder();
        request.parameters()
                .forEach((name, value) -> fields.append("<input type=\"hidden\" name=\"").append(escape(name))
                        .append("\" value=\"").append(escape(value)).append("\">"));
        return fields.append("<input type=\"hidden\" name=\"local_mark\" value=\"\">").toString();
    }

    /// @param mark written to local storage once somebody is signed in
    private static String page(String title, String body, String mark) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s | Ads Desk sandbox</title>
                <meta name="viewport" content="width=device-width"><style>%s</style></head>
                <body><main><p class="note">This is the Ads Desk sandbox. It stands in for Facebook.</p>%s</main>
                <script>try{var s=window.localStorage,old=s.getItem('sandbox_operator')||'';
                document.querySelectorAll('input[name=local_mark]').forEach(function(i){i.value=old;});
                if('%s')s.setItem('sandbox_operator','%s');}catch(e){}</script></body></html>
                """.formatted(escape(title), STYLE, body, escape(mark), escape(mark));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }
}
