package dev.jeton.spring.test;

import static dev.jeton.spring.test.JetonMockMvc.jwt;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What holds for MockMvc, however it is set up. */
abstract class MockMvcContract {
    @Autowired
    MockMvc mvc;

    @Test
    @DisplayName("A token of one line passes, and without it nothing does")
    void header() throws Exception {
        mvc.perform(get("/me")).andExpect(status().isUnauthorized());
        mvc.perform(get("/me").with(jwt("ada"))).andExpect(content().string("ada"));
    }

    @Test
    @DisplayName("Fresh, expired and refresh tokens are taken for what they are")
    void kinds() throws Exception {
        mvc.perform(get("/password").with(jwt("ada")))
                .andExpect(jsonPath("code").value("fresh_token_required"));
        mvc.perform(get("/password").with(jwt("ada", t -> t.fresh()))).andExpect(status().isOk());
        mvc.perform(get("/me").with(jwt("ada", t -> t.expired())))
                .andExpect(jsonPath("code").value("token_expired"));
        mvc.perform(get("/me").with(jwt("ada", t -> t.refresh())))
                .andExpect(jsonPath("code").value("token_type_refused"));
        mvc.perform(post("/refresh").with(jwt("ada", t -> t.refresh()))).andExpect(status().isOk());
    }

    @Test
    @DisplayName("A cookie brings its CSRF value, unless the test leaves it out")
    void cookie() throws Exception {
        mvc.perform(post("/change").with(jwt("ada", t -> t.cookie()))).andExpect(status().isOk());
        mvc.perform(post("/change").with(jwt("ada", t -> t.cookieWithoutCsrf())))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("code").value("csrf_missing"));
        mvc.perform(post("/refresh").with(jwt("ada", t -> t.refresh().cookie())))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName("Roles and scopes are in the token")
    void rolesAndScopes() throws Exception {
        mvc.perform(get("/reports").with(jwt("ada", t -> t.roles("admin"))))
                .andExpect(jsonPath("code").value("scope_missing"));
        mvc.perform(get("/reports").with(jwt("ada", t -> t.roles("admin").scopes("reports"))))
                .andExpect(status().isOk());
    }

    @Test
    @WithJwt("grace")
    @DisplayName("@WithJwt sends a token with each request, unless the request has its own")
    void annotation() throws Exception {
        mvc.perform(get("/me")).andExpect(content().string("grace"));
        mvc.perform(get("/me").with(jwt("ada"))).andExpect(content().string("ada"));
        mvc.perform(get("/me").header("Authorization", "Bearer x"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    @WithJwt(cookie = true, fresh = true)
    @DisplayName("@WithJwt says the same as the methods")
    void annotatedCookie() throws Exception {
        mvc.perform(post("/change")).andExpect(status().isOk());
        mvc.perform(get("/password")).andExpect(status().isOk());
    }

    @Test
    @WithJwt(expired = true)
    @DisplayName("@WithJwt makes expired tokens too")
    void annotatedExpired() throws Exception {
        mvc.perform(get("/me")).andExpect(jsonPath("code").value("token_expired"));
    }
}
