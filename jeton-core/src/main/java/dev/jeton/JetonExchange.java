package dev.jeton;

import dev.jeton.jwt.VerifiedJwt;
import dev.jeton.web.HttpHeader;
import dev.jeton.web.JwtRequirement;
import dev.jeton.web.Outcome;
import dev.jeton.web.WebRequest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One request and its answer, for adapters: decides once for each requirement, remembers what was found, and completes the
 * answer. Used by one thread at a time.
 */
public final class JetonExchange {
    private static final System.Logger LOG = System.getLogger("dev.jeton");

    private final JetonResolver jetons;
    private final WebRequest request;
    private final List<Decision> decisions = new ArrayList<>(1);
    private boolean completed;

    private record Decision(JwtRequirement requirement, Outcome outcome) {
        boolean isBy(String name) {
            return requirement.by().equals(name);
        }
    }

    public JetonExchange(JetonResolver jetons, WebRequest request) {
        this.jetons = jetons;
        this.request = request;
    }

    /** Decides about the request. The same requirement is not decided again: a forwarded request keeps its outcome.
     * @throws IllegalArgumentException when there is no Jeton of the requirement's name */
    public Outcome authenticate(JwtRequirement requirement) {
        for (Decision decision : decisions) {
            if (decision.requirement() == requirement) {
                return decision.outcome();
            }
        }
        Outcome outcome = jetons.resolve(request, requirement.by())
                .authenticator()
                .authenticate(request, requirement);
        decisions.add(new Decision(requirement, outcome));
        return outcome;
    }

    /**
     * The refusal of a request whose handler failed with this, where that is about its token; empty for anything else.
     *
     * @see dev.jeton.web.RequestAuthenticator#afterFailure
     */
    public Optional<Outcome.Denied> afterFailure(Throwable failure) {
        JwtRequirement requirement = decisions.isEmpty()
                ? JwtRequirement.required()
                : decisions.get(decisions.size() - 1).requirement();
        Jeton jeton;
        try {
            jeton = jetons.resolve(request, requirement.by());
        } catch (RuntimeException none) {
            return Optional.empty();
        }
        return jeton.authenticator().afterFailure(request, requirement, failure);
    }

    /** What became of the request, the last time it was decided about; {@code Unchecked} where nothing was required. */
    public Outcome outcome() {
        return decided().orElseGet(() -> unprotected(jetons.resolve(request, Jeton.DEFAULT_NAME)));
    }

    /** As {@link #outcome()}, and empty where nothing was required: no Jeton is looked for then. */
    public Optional<Outcome> decided() {
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.get(decisions.size() - 1).outcome());
    }

    /** The good token that was found last, or empty. */
    public Optional<VerifiedJwt> optionalJwt() {
        return Optional.ofNullable(authenticated(null)).map(Outcome.Authenticated::jwt);
    }

    /** The good token that the Jeton of this name found last, or empty. */
    public Optional<VerifiedJwt> optionalJwt(String by) {
        return Optional.ofNullable(authenticated(by)).map(Outcome.Authenticated::jwt);
    }

    /** The good token that was found last.
     * @throws IllegalStateException when the route is unprotected, or the request anonymous */
    public VerifiedJwt jwt() {
        return required().jwt();
    }

    /** The user of {@link #jwt()}.
     * @throws IllegalStateException as there, and when no user lookup is configured */
    public Object user() {
        Object user = required().user();
        if (user == null) {
            throw new IllegalStateException(
                    "no user was looked up: configure one with Jeton.builder().users(...)");
        }
        return user;
    }

    /**
     * The fields to add just before the answer is sent; nothing when it is called again.
     *
     * @param status the answer's status
     * @param setCookies the answer's {@code Set-Cookie} fields
     */
    public List<HttpHeader> complete(int status, Collection<String> setCookies) {
        if (completed) {
            return List.of();
        }
        completed = true;
        Set<String> cookies = new HashSet<>();
        setCookies.forEach(field -> cookies.add(cookieName(field)));
        List<HttpHeader> added = new ArrayList<>();
        for (Outcome outcome : outcomes()) {
            for (HttpHeader field : outcome.beforeCommit(status, cookies)) {
                add(field, added, cookies);
            }
        }
        return added;
    }

    /** Whether {@link #complete} would add nothing, whatever the answer, as things stand: then there is no need to call it. */
    public boolean isComplete() {
        if (completed) {
            return true;
        }
        for (Decision decision : decisions) {
            if (!decision.outcome().addsNothing()) {
                return false;
            }
        }
        return isCompleteBesidesDecisions();
    }

    private boolean isCompleteBesidesDecisions() {
        Collection<Jeton> known = jetons.known();
        for (Jeton jeton : known) {
            if (jeton.authenticator().isRenewing() && !isDecidedBy(jeton.name())) {
                return false;
            }
        }
        return !decisions.isEmpty() || !known.isEmpty();
    }

    /** The answer was thrown away before it was sent: the next one is completed anew. */
    public void reset() {
        completed = false;
    }

    private static void add(HttpHeader field, List<HttpHeader> added, Set<String> cookies) {
        if (field.name().equalsIgnoreCase("Set-Cookie")) {
            cookies.add(cookieName(field.value()));
        }
        if (!added.contains(field)) {
            added.add(field);
        }
    }

    private static String cookieName(String field) {
        int end = field.indexOf('=');
        return (end < 0 ? field : field.substring(0, end)).strip();
    }

    private Outcome.Authenticated required() {
        Outcome.Authenticated found = authenticated(null);
        if (found != null) {
            return found;
        }
        throw new IllegalStateException(
                decisions.isEmpty()
                        ? "nothing is required of this request: protect its route, or authenticate it first"
                        : "the request is anonymous: ask for an optional token where a route is open to such requests");
    }

    private Outcome.@Nullable Authenticated authenticated(@Nullable String by) {
        for (int i = decisions.size() - 1; i >= 0; i--) {
            Decision decision = decisions.get(i);
            if (decision.outcome() instanceof Outcome.Authenticated found
                    && (by == null || decision.isBy(by))) {
                return found;
            }
        }
        return null;
    }

    /**
     * Every Jeton that was not asked about this request has its say about the answer all the same. Logouts speak first, for what
     * they clear must not be renewed.
     */
    private List<Outcome> outcomes() {
        List<Outcome> all = new ArrayList<>(2);
        addOutcomes(true, all);
        addOutcomes(false, all);
        for (Jeton jeton : jetons.known()) {
            if (!isDecidedBy(jeton.name())) {
                all.add(unprotected(jeton));
            }
        }
        if (all.isEmpty()) {
            try {
                all.add(outcome());
            } catch (RuntimeException none) {
                LOG.log(System.Logger.Level.DEBUG, "no Jeton for an unprotected request", none);
            }
        }
        return all;
    }

    private void addOutcomes(boolean ofLogouts, List<Outcome> all) {
        for (Decision decision : decisions) {
            if (decision.requirement().isLogout() == ofLogouts) {
                all.add(decision.outcome());
            }
        }
    }

    private boolean isDecidedBy(String name) {
        for (Decision decision : decisions) {
            if (decision.isBy(name)) {
                return true;
            }
        }
        return false;
    }

    private Outcome unprotected(Jeton jeton) {
        return jeton.authenticator().unprotected(request);
    }
}
