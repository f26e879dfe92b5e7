package dev.jeton.spring.test;

import static dev.jeton.spring.test.JetonMockMvc.jeton;

import dev.jeton.Jeton;
import dev.jeton.spring.JetonMvcConfiguration;
import dev.jeton.web.Location;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** MockMvc as one sets it up oneself, without Spring Boot. */
@SpringJUnitWebConfig(PlainMockMvcTest.Plain.class)
class PlainMockMvcTest extends MockMvcContract {
    @Configuration
    @EnableWebMvc
    @Import({JetonMvcConfiguration.class, TestedApplication.Routes.class})
    static class Plain {
        @Bean
        Jeton jetonOfTests() {
            return Jeton.builder()
                    .secretKey("f5v3mZ1VhQ0rj8sKx2w9Lq7tYb4nC6uE")
                    .locations(Location.HEADERS, Location.COOKIES)
                    .build();
        }

        @Bean
        MockMvc mvc(WebApplicationContext context) {
            return MockMvcBuilders.webAppContextSetup(context).apply(jeton()).build();
        }
    }
}
