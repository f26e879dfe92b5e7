package dev.jeton.spring.boot;

import dev.jeton.Jeton;
import dev.jeton.spring.JetonWebFluxConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.DispatcherHandler;

/** Protects the handlers of Spring WebFlux. An application that imports {@link JetonWebFluxConfiguration} itself is left alone. */
@AutoConfiguration(after = {JetonAutoConfiguration.class, JetonRoutesAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({DispatcherHandler.class, Jeton.class})
@ConditionalOnMissingBean(JetonWebFluxConfiguration.class)
@Import(JetonWebFluxConfiguration.class)
public final class JetonWebFluxAutoConfiguration {}
