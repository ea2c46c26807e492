package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a service's method; on the interface, whoever may call those that say nothing themselves. [Permit] refuses
/// everybody else. What says nothing at all is for administrators.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {

    Role value();
}
