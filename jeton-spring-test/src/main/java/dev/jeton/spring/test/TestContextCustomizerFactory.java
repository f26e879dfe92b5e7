package dev.jeton.spring.test;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

import java.util.List;

/** Gives applications that are tested a key where they have none, and clients that heed {@link WithJwt}. */
final class TestContextCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new Customizer();
    }

    /** All are equal, so that contexts can be shared. */
    private record Customizer() implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            if (isPresent("org.springframework.boot.context.properties.bind.Binder")) {
                BeanFactoryPostProcessor key = new TestKey(context.getEnvironment());
                context.addBeanFactoryPostProcessor(key);
            }
            if (context instanceof GenericApplicationContext beans) {
                CurrentJwt current = new CurrentJwt(beans);
                beans.registerBean(CurrentJwt.class, () -> current);
                if (isPresent(
                        "org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer")) {
                    BootClients.addMockMvc(beans, current);
                }
                if (isPresent(
                                "org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer")
                        && isPresent(
                                "org.springframework.web.reactive.function.client.ExchangeFilterFunction")) {
                    BootClients.addWebTestClient(beans, current);
                }
            }
        }

        private static boolean isPresent(String type) {
            return ClassUtils.isPresent(type, Customizer.class.getClassLoader());
        }
    }
}
