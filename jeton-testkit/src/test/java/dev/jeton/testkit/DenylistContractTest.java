package dev.jeton.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.jeton.session.Denylist;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The contract passes a store that is right, and finds the mistake of each that is not. */
class DenylistContractTest {
    /** Right in everything; each mistake is an override. */
    static class MapDenylist implements Denylist {
        final Map<String, Instant> ends = new ConcurrentHashMap<>();

        String key(String kind, String id) {
            return kind + id;
        }

        void revoke(String key, Instant until, Instant now) {
            if (until.isAfter(now)) {
                ends.merge(key, until, (old, other) -> old.isAfter(other) ? old : other);
            }
        }

        boolean holds(String key, Instant now) {
            Instant end = ends.get(key);
            return end != null && now.isBefore(end);
        }

        @Override
        public void revokeToken(String jti, Instant until, Instant now) {
            revoke(key("jti", jti), until, now);
        }

        @Override
        public void revokeSession(String sid, Instant until, Instant now) {
            revoke(key("sid", sid), until, now);
        }

        @Override
        public boolean isRevoked(Optional<String> jti, Optional<String> sid, Instant now) {
            return jti.filter(id -> holds(key("jti", id), now)).isPresent()
                    || sid.filter(id -> holds(key("sid", id), now)).isPresent();
        }
    }

    static Stream<Named<Denylist>> mistakes() {
        return Stream.of(
                Named.of("revoked at the entry's end too", new MapDenylist() {
                    @Override
                    boolean holds(String key, Instant now) {
                        return ends.containsKey(key) && !now.isAfter(ends.get(key));
                    }
                }),
                Named.of("forgets a second early", new MapDenylist() {
                    @Override
                    boolean holds(String key, Instant now) {
                        return super.holds(key, now.plusSeconds(1));
                    }
                }),
                Named.of("takes a jti for a sid", new MapDenylist() {
                    @Override
                    String key(String kind, String id) {
                        return id;
                    }
                }),
                Named.of("lets the last entry win", new MapDenylist() {
                    @Override
                    void revoke(String key, Instant until, Instant now) {
                        ends.put(key, until);
                    }
                }),
                Named.of("respells ids", new MapDenylist() {
                    @Override
                    String key(String kind, String id) {
                        return kind + id.strip().toUpperCase(Locale.ROOT);
                    }
                }),
                Named.of("asks about the session alone", new MapDenylist() {
                    @Override
                    public boolean isRevoked(
                            Optional<String> jti, Optional<String> sid, Instant now) {
                        return sid.isPresent()
                                ? super.isRevoked(Optional.empty(), sid, now)
                                : super.isRevoked(jti, sid, now);
                    }
                }),
                Named.of("knows nothing", new MapDenylist() {
                    @Override
                    public boolean isRevoked(
                            Optional<String> jti, Optional<String> sid, Instant now) {
                        return false;
                    }
                }),
                Named.of("refuses everything", new MapDenylist() {
                    @Override
                    public boolean isRevoked(
                            Optional<String> jti, Optional<String> sid, Instant now) {
                        return true;
                    }
                }));
    }

    @Test
    @DisplayName("a store that is right passes")
    void passesWhatIsRight() {
        checks(MapDenylist::new)
                .forEach(check -> assertThatCode(check::execute).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("a store with a mistake fails")
    void failsWhatIsWrong(Denylist mistaken) {
        assertThat(checks(() -> mistaken).filter(DenylistContractTest::fails)).isNotEmpty();
    }

    private static boolean fails(Executable check) {
        try {
            check.execute();
            return false;
        } catch (AssertionError e) {
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Executable> checks(Supplier<Denylist> stores) {
        DenylistContract contract = new DenylistContract() {
            @Override
            protected Denylist denylist() {
                return stores.get();
            }
        };
        Stream<Executable> all = Stream.of(
                contract::knowsNothingAtFirst,
                contract::holdsATokenUntilItsEnd,
                contract::holdsASessionUntilItsEnd,
                contract::eitherIsEnough,
                contract::keepsTokensAndSessionsApart,
                contract::keepsTheLaterEnd,
                contract::ignoresWhatHasPassed,
                contract::keepsLongEntries,
                contract::comparesIdsExactly,
                contract::losesNothing,
                contract::isSeenAtOnce);
        return all.map(check -> () -> {
            contract.open();
            check.execute();
        });
    }
}
