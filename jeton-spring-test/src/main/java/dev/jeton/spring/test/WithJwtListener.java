package dev.jeton.spring.test;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Tells an application what {@link WithJwt} says of the test that begins; that of a method goes before that of its class. */
final class WithJwtListener extends AbstractTestExecutionListener {
    @Override
    public void beforeTestMethod(TestContext test) {
        WithJwt said = said(test);
        if (said != null) {
            test.getApplicationContext().getBean(CurrentJwt.class).begin(said);
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (said(test) != null) {
            test.getApplicationContext().getBean(CurrentJwt.class).end();
        }
    }

    private static @Nullable WithJwt said(TestContext test) {
        WithJwt ofMethod =
                AnnotatedElementUtils.findMergedAnnotation(test.getTestMethod(), WithJwt.class);
        return ofMethod != null
                ? ofMethod
                : TestContextAnnotationUtils.findMergedAnnotation(
                        test.getTestClass(), WithJwt.class);
    }
}
