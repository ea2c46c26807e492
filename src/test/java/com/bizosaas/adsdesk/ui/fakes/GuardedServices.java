package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.DeskEvents;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SettingsService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// Fake services behind the same refusals by role as the real ones, which are written down.
public final class GuardedServices {

    /// What was called and refused, such as `TenantService.create`.
    public final List<String> refusals = new ArrayList<>();

    private final Role role;

    public GuardedServices(Role role) {
        this.role = role;
    }

    public DeskServices guard(DeskServices services) {
        return DeskServices.class.cast(parts(services));
    }

    private Record parts(Record holder) {
        RecordComponent[] parts = holder.getClass().getRecordComponents();
        try {
            Object[] guarded = new Object[parts.length];
            Class<?>[] types = new Class<?>[parts.length];
            for (int i = 0; i < parts.length; i++) {
                Class<?> type = parts[i].getType();
                Object part = parts[i].getAccessor().invoke(holder);
                types[i] = type;
                guarded[i] = part instanceof Record more
                        ? parts(more)
                        : type == DeskEvents.class
                                ? part
                                : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                                        (_, method, arguments) -> call(type, part, method, arguments));
            }
            return holder.getClass().getDeclaredConstructor(types).newInstance(guarded);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object call(Class<?> type, Object part, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() != Object.class && !role.includes(needed(type, part, method, arguments))) {
            refusals.add(type.getSimpleName() + "." + method.getName());
            throw new DeskException(
                    Problem.of(Problem.Kind.NO_PERMISSION, "Your role does not allow this", "Ask an administrator."));
        }
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /// Settings are judged by what is changed, not by the method.
    private static Role needed(Class<?> type, Object part, Method method, Object[] arguments) {
        if (type == SettingsService.class && method.getName().equals("save")) {
            DeskSettings now = ((SettingsService) part).settings();
            return ((DeskSettings) arguments[0]).withTheme(now.theme()).withOperatorName(now.operatorName()).equals(now)
                    ? Role.VIEWER
                    : Role.ADMINISTRATOR;
        }
        return Permit.needed(type, method);
    }
}
