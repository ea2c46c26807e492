package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.log.LogTenant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one place where roles are enforced, below panes and local API alike: every service goes out through [#guard], and
/// what a method [Needs] is checked against the person of the moment. A refusal is audited. Thread-safe.
public final class Permit {

    private final Supplier<Person> who;
    private final AuditTrail audit;

    Permit(Supplier<Person> who, AuditTrail audit) {
        this.who = who;
        this.audit = audit;
    }

    /// The service behind a check of who calls it.
    <T> T guard(Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (_, method, arguments) -> call(type, service, method, arguments)));
    }

    /// All services, each behind its check.
    DeskServices guarded(DeskServices services) {
        return DeskServices.class.cast(guardParts(services));
    }

    private Record guardParts(Record holder) {
        RecordComponent[] parts = holder.getClass().getRecordComponents();
        try {
            Object[] guarded = new Object[parts.length];
            Class<?>[] types = new Class<?>[parts.length];
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                Object part = parts[i].getAccessor().invoke(holder);
                guarded[i] = part instanceof Record more
                        ? guardParts(more)
                        : types[i] == DeskEvents.class ? part : guardOf(types[i], part);
            }
            return holder.getClass().getDeclaredConstructor(types).newInstance(guarded);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record of services can be taken apart and made again", e);
        }
    }

    private <T> T guardOf(Class<T> type, Object service) {
        return guard(type, type.cast(service));
    }

    /// @param what is refused, for the audit log, such as `campaign.create`
    /// @throws DeskException if the person at the desk has a lesser role
    void require(Role needed, @Nullable TenantId tenant, String what) {
        Person person = who.get();
        Optional<String> reason = reason(person.role(), needed);
        if (reason.isPresent()) {
            audit.note(new Deed(tenant, "role.refused", "", what, "", Json.of(Map.of("role", person.role().name(),
                    "needed", needed.name()))), Outcome.REFUSED, "", Source.APP);
            throw new DeskException(new Problem(Problem.Kind.NO_PERMISSION, "Your role does not allow this",
                    reason.get(), "", null, what));
        }
    }

    /// Why somebody may not do this, in a sentence for a disabled button; empty for who may.
    public static Optional<String> reason(Role has, Role needed) {
        return has.includes(needed)
                ? Optional.empty()
                : Optional.of("This is for the role " + needed.title() + " and above; you are " + has.title()
                        + ". Ask an administrator.");
    }

    /// The least role that may call this.
    public static Role needed(Class<?> type, Method method) {
        Needs own = method.getAnnotation(Needs.class);
        Needs all = type.getAnnotation(Needs.class);
        return own != null ? own.value() : all != null ? all.value() : Role.ADMINISTRATOR;
    }

    private @Nullable Object call(Class<?> type, Object service, Method method, Object @Nullable [] arguments)
            throws Throwable {
        TenantId tenant = tenant(arguments);
        String what = type.getSimpleName().replace("Service", "") + "." + method.getName();
        if (method.getDeclaringClass() != Object.class) {
            require(needed(type, method), tenant, what);
        }
        Answer answer = LogTenant.in(tenant == null ? null : tenant.value(),
                () -> Answer.of(service, method, arguments));
        Throwable failure = answer.failure;
        if (failure != null) {
            throw failure;
        }
        return answer.value;
    }

    private record Answer(@Nullable Object value, @Nullable Throwable failure) {

        static Answer of(Object service, Method method, Object @Nullable [] arguments) {
            try {
                return new Answer(method.invoke(service, arguments), null);
            } catch (InvocationTargetException e) {
                return new Answer(null, e.getCause() == null ? e : e.getCause());
            } catch (IllegalAccessException e) {
                return new Answer(null, e);
            }
        }
    }

    private static @Nullable TenantId tenant(Object @Nullable [] arguments) {
        return arguments == null
                ? null
                : Arrays.stream(arguments).filter(TenantId.class::isInstance).map(TenantId.class::cast).findFirst()
                        .orElse(null);
    }
}
