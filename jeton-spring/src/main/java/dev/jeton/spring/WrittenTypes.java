package dev.jeton.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/** The classes that an application has written, behind the proxies that Spring makes of their beans. */
record WrittenTypes(ConfigurableListableBeanFactory beans) {
    Class<?> of(HandlerMethod handler) {
        Class<?> type = handler.getBean() instanceof String name
                ? of(name)
                : ClassUtils.getUserClass(AopUtils.getTargetClass(handler.getBean()));
        return type == null ? handler.getBeanType() : type;
    }

    /** Null for a bean that does not tell before it is made. */
    @Nullable
    Class<?> of(String beanName) {
        Class<?> type = AutoProxyUtils.determineTargetClass(beans, beanName);
        return type == null ? null : ClassUtils.getUserClass(type);
    }
}
