package dev.jeton.testkit.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the same report to all contracts of a run, so that several servers write one file. */
final class SharedReport implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedReport.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ConformanceReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        ConformanceReport.class,
                        key -> new ConformanceReport(),
                        ConformanceReport.class);
    }
}
