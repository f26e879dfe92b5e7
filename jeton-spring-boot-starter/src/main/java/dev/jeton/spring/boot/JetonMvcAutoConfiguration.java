package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.spring.JetonMvcConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;

/** Protects the handlers of Spring MVC. An application that imports {@link JetonMvcConfiguration} itself is left alone. */
@AutoConfiguration(after = {JetonAutoConfiguration.class, JetonRoutesAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, Jeton.class})
@ConditionalOnMissingBean(JetonMvcConfiguration.class)
@Import(JetonMvcConfiguration.class)
public final class JetonMvcAutoConfiguration {}
