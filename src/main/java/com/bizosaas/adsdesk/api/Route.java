package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One thing that the API does: its address, who may ask, what is sent, what comes back.
///
/// Its path is below the base, with `{id}` where an id stands. Made once, at start, by the `…Routes` classes; not changed
/// afterwards.
final class Route {

    /// Answers a call.
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call);
    }

    private static final Param TENANT = Param.of("tenant_id", Param.Kind.TENANT,
            "The client, by the id of GET /tenants.");
    private static final Param ANY_TENANT = Param.of("tenant_id", Param.Kind.TENANT,
            "Every call may name its client, this one too.");
    private static final Param ACCOUNT = Param.of("account_id", Param.Kind.ACCOUNT,
            "The ad account, with or without act_; without it, all chosen ad accounts of the client.");

    private final String method;
    private final String path;
    private final String summary;
    private final List<Param> inQuery = new ArrayList<>();
    private final List<Param> inBody = new ArrayList<>();
    private Role role = Role.VIEWER;
    private boolean ofTenant = true;
    private boolean ofAllTenants;
    private boolean open;
    private boolean slow;
    private int status = 200;
    private String answer = "Any";
    private boolean list;
    private Handler handler = _ -> {
        throw new IllegalStateException("No handler");
    };

    private Route(String method, String path, String summary) {
        this.method = method;
        this.path = path;
        this.summary = summary;
    }

    static Route get(String path, String summary) {
        return new Route("GET", path, summary);
    }

    static Route post(String path, String summary) {
        return new Route("POST", path, summary);
    }

    static Route patch(String path, String summary) {
        return new Route("PATCH", path, summary);
    }

    static Route delete(String path, String summary) {
        return new Route("DELETE", path, summary);
    }

    /// It changes something at Facebook or in the desk; it can be asked for in the background.
    Route publishes() {
        role = Role.PUBLISHER;
        slow = true;
        return this;
    }

    /// It needs the highest role and is done at once.
    Route administers() {
        role = Role.PUBLISHER;
        return this;
    }

    Route edits() {
        role = Role.EDITOR;
        return this;
    }

    /// It may take long; it can be asked for in the background.
    Route slow() {
        slow = true;
        return this;
    }

    /// It concerns no tenant, and a key for all tenants is needed.
    Route ofTheDesk() {
        ofTenant = false;
        ofAllTenants = true;
        return this;
    }

    /// It names a tenant only if the caller wants one; a key for some tenants must name it.
    Route ofAnyTenant() {
        ofTenant = false;
        return this;
    }

    /// It needs no key.
    Route open() {
        open = true;
        ofTenant = false;
        return this;
    }

    Route ofAccounts() {
        inQuery.add(ACCOUNT);
        return this;
    }

    Route query(Param... more) {
        inQuery.addAll(List.of(more));
        return this;
    }

    Route body(Param... more) {
        inBody.addAll(List.of(more));
        return this;
    }

    Route answers(int changed, String schema) {
        status = changed;
        answer = schema;
        return this;
    }

    Route answers(String schema) {
        return answers(200, schema);
    }

    /// Answers a page of a list.
    Route lists(String schema) {
        answer = schema;
        list = true;
        inQuery.addAll(Page.INPUTS);
        return this;
    }

    Route by(Handler made) {
        handler = made;
        return this;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String summary() {
        return summary;
    }

    Role role() {
        return role;
    }

    boolean needsTenant() {
        return ofTenant;
    }

    boolean needsAllTenants() {
        return ofAllTenants;
    }

    boolean isOpen() {
        return open;
    }

    boolean isSlow() {
        return slow;
    }

    boolean isList() {
        return list;
    }

    boolean takesBody() {
        return method.equals("POST") || method.equals("PATCH") || method.equals("DELETE");
    }

    int status() {
        return status;
    }

    String answer() {
        return answer;
    }

    Reply answer(Call call) {
        return handler.answer(call);
    }

    /// Inputs of the query. A write takes the tenant and the ad account there too.
    List<Param> queryInputs() {
        List<Param> all = new ArrayList<>();
        if (ofTenant && !inPath(TENANT)) {
            all.add(takesBody() ? TENANT : TENANT.needed());
        }
        all.addAll(inQuery);
        if (!ofTenant && !open && !namesTenant()) {
            all.add(ANY_TENANT);
        }
        return all;
    }

    /// Whether it is about one tenant, if not always.
    boolean namesTenant() {
        return ofTenant || inPath(TENANT) || Stream.concat(inQuery.stream(), inBody.stream())
                .anyMatch(param -> param.kind() == Param.Kind.TENANT);
    }

    List<Param> bodyInputs() {
        if (!takesBody()) {
            return List.of();
        }
        List<Param> all = new ArrayList<>();
        if (ofTenant && !inPath(TENANT)) {
            all.add(TENANT);
        }
        if (inQuery.contains(ACCOUNT)) {
            all.add(ACCOUNT);
        }
        all.addAll(inBody);
        return all;
    }

    private boolean inPath(Param param) {
        return path.contains("{" + param.name() + "}");
    }

    /// A name for programs that are made from the OpenAPI document.
    String operationId() {
        StringBuilder name = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (String part : path.split("[/{}.-]")) {
            if (!part.isEmpty()) {
                name.append('_').append(part);
            }
        }
        return name.toString();
    }
}
