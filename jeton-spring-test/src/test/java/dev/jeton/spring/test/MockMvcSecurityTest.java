package dev.jeton.spring.test;

import static dev.jeton.spring.test.JetonMockMvc.jwt;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** MockMvc as Spring Boot sets it up, with Spring Security. */
@SpringBootTest(classes = TestedApplication.Servlets.class, properties = TestedApplication.COOKIES)
@AutoConfigureMockMvc
class MockMvcSecurityTest extends MockMvcContract {
    @Test
    @DisplayName("@PreAuthorize sees the roles of the token")
    void preAuthorize() throws Exception {
        mvc.perform(get("/office")).andExpect(status().isUnauthorized());
        mvc.perform(get("/office").with(jwt("ada"))).andExpect(status().isForbidden());
        mvc.perform(get("/office").with(jwt("ada", t -> t.roles("admin"))))
                .andExpect(status().isOk());
    }

    @Nested
    @WithJwt(value = "root", roles = "admin")
    class OfAClass {
        @Test
        @DisplayName("@WithJwt on a class holds for its tests")
        void annotatedClass() throws Exception {
            mvc.perform(get("/office")).andExpect(status().isOk());
        }

        @Test
        @WithJwt("ada")
        @DisplayName("@WithJwt on a method goes before that of its class")
        void annotatedMethod() throws Exception {
            mvc.perform(get("/office")).andExpect(status().isForbidden());
        }
    }
}
