package dev.jeton.servlet;

import dev.jeton.Jeton;
import dev.jeton.JetonResolver;
import dev.jeton.failure.SettingsException;
import dev.jeton.web.JwtRequirement;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The filters that protect an application. The container matches their patterns against the path that it dispatches by, so no
 * spelling of a path leads past them, and every method is covered. Of the URL rules the first that matches decides; the rule of a
 * servlet holds besides, whatever path led there. Error pages are checked by servlet rules only.
 */
public final class JetonFilters {
    private static final Set<DispatcherType> REQUESTED =
            EnumSet.complementOf(EnumSet.of(DispatcherType.ERROR));
    private static final Set<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);

    private final JetonResolver jetons;
    private final List<Rule> rules = new ArrayList<>();
    private boolean behindDeclared;

    private record Rule(
            String target, boolean isUrl, @Nullable JwtRequirement requirement) {}

    private JetonFilters(JetonResolver jetons) {
        this.jetons = jetons;
    }

    /** Decided by the Jeton of the name that a rule asks for; {@code default} unless it says so with {@code by}.
     * @throws SettingsException when two share a name or a cookie */
    public static JetonFilters of(Jeton... jetons) {
        return of(JetonResolver.of(jetons));
    }

    /** Decided by the Jeton that is found for each request. */
    public static JetonFilters of(JetonResolver jetons) {
        return new JetonFilters(jetons);
    }

    /** Nothing is required of requests for these patterns. */
    public JetonFilters open(String... patterns) {
        for (String pattern : patterns) {
            rules.add(new Rule(pattern, true, null));
        }
        return this;
    }

    /** A good access token is required of requests for this pattern: {@code /exact}, {@code /prefix/*}, {@code *.ext} or {@code /*}. */
    public JetonFilters protect(String pattern) {
        return protect(pattern, requirement -> requirement);
    }

    /** This is required of requests for this pattern: {@code protect("/api/*", r -> r.roles("admin"))}. */
    public JetonFilters protect(String pattern, UnaryOperator<JwtRequirement> options) {
        rules.add(new Rule(pattern, true, JwtRequirement.of(options)));
        return this;
    }

    /** This is required wherever the servlet of this name is about to handle something. */
    public JetonFilters protectServlet(String servletName, UnaryOperator<JwtRequirement> options) {
        rules.add(new Rule(servletName, false, JwtRequirement.of(options)));
        return this;
    }

    /** Lets the filters of the deployment descriptor go first, such as one for CORS; what these answer themselves is unprotected. */
    public JetonFilters behindDeclaredFilters() {
        behindDeclared = true;
        return this;
    }

    /** Registers the filters, before those that the deployment descriptor declares; once for an application, while it starts.
     * @throws SettingsException with all that is wrong with the rules
     * @throws IllegalStateException when an application has registered such filters already */
    public void register(ServletContext context) {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        add(context, "jeton", new EntryFilter(jetons))
                .addMappingForUrlPatterns(EnumSet.copyOf(ALL), behindDeclared, "/*");
        for (Rule rule : rules) {
            FilterRegistration.Dynamic filter = add(
                    context,
                    "jeton " + rules.indexOf(rule) + ": " + rule.target(),
                    new RuleFilter(jetons, rule.requirement(), rule.isUrl()));
            if (rule.isUrl()) {
                filter.addMappingForUrlPatterns(
                        EnumSet.copyOf(REQUESTED), behindDeclared, rule.target());
            } else {
                filter.addMappingForServletNames(
                        EnumSet.copyOf(ALL), behindDeclared, rule.target());
            }
        }
    }

    private static FilterRegistration.Dynamic add(
            ServletContext context, String name, Filter filter) {
        FilterRegistration.@Nullable Dynamic added = context.addFilter(name, filter);
        if (added == null) {
            throw new IllegalStateException("this application has a filter \"" + name
                    + "\" already: register all rules at once");
        }
        added.setAsyncSupported(true);
        return added;
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> names = jetons.known().stream()
                .map(Jeton::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> before = new ArrayList<>();
        for (Rule rule : rules) {
            JwtRequirement requirement = rule.requirement();
            if (requirement != null && !names.isEmpty() && !names.contains(requirement.by())) {
                problems.add("the rule for " + rule.target() + " wants the Jeton \""
                        + requirement.by() + "\", and there is only " + names
                        + ": name one of these with by(...), or add the other");
            }
            if (rule.isUrl()) {
                addPatternProblems(rule.target(), before, problems);
                before.add(rule.target());
            }
        }
        return problems;
    }

    private static void addPatternProblems(
            String pattern, List<String> before, List<String> problems) {
        if (!UrlPatterns.isPlain(pattern)) {
            problems.add("the container takes the pattern \"" + pattern
                    + "\" otherwise than it looks: write /exact, /prefix/*, *.ext, or /* for all");
        }
        before.stream()
                .filter(earlier -> UrlPatterns.covers(earlier, pattern))
                .findFirst()
                .ifPresent(earlier -> problems.add("the rule for " + pattern
                        + " is never reached behind the one for " + earlier
                        + ": put it before"));
    }
}
