package dev.jeton.spring.test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/** Sends the token of {@link WithJwt} with requests that have none; those that say one themselves do so later, and replace it. */
record WithJwtConfigurer(CurrentJwt current) implements MockMvcConfigurer {
    @Override
    public RequestPostProcessor beforeMockMvcCreated(
            ConfigurableMockMvcBuilder<?> builder, WebApplicationContext context) {
        return request -> {
            if (request.getHeader("Authorization") == null && request.getCookies() == null) {
                current.addTo(JetonMockMvc.fields(request));
            }
            return request;
        };
    }
}
