package dev.jeton.spring.test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A slice with Spring MVC and nothing more. */
@WebMvcTest(properties = TestedApplication.COOKIES)
@ContextConfiguration(classes = SliceTest.Slice.class)
class SliceTest extends MockMvcContract {
    @SpringBootConfiguration
    @Import(TestedApplication.Routes.class)
    static class Slice {}
}
