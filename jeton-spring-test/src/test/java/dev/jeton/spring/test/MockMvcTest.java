package dev.jeton.spring.test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** MockMvc as Spring Boot sets it up, without Spring Security. */
@SpringBootTest(
        classes = TestedApplication.Plain.class,
        properties = {TestedApplication.WITHOUT_SECURITY, TestedApplication.COOKIES})
@AutoConfigureMockMvc
class MockMvcTest extends MockMvcContract {}
