package dev.jeton.testkit.conformance;

/** All cases on the JDK's server. Its name keeps it out of {@code -Dtest='*ConformanceTest'}, which is for adapters. */
class ReferenceServerTest extends ConformanceContract {
    @Override
    protected Server start(ConformanceApplication application) throws Exception {
        return JdkServer.start(application);
    }
}
