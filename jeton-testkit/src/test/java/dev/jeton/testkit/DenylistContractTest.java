package dev.jeton.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.jeton.session.Denylist;

import org.junit.jupiter.api.DisplayName;
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

    static Stream<MapDenylist> mistakes() {
        return Stream.of(
                new MapDenylist() {
                    @Override
                    boolean holds(String key, Instant now) {
                        return ends.containsKey(key) && !now.isAfter(ends.get(key));
                    }

                    @Override
                    public String toString() {
                        return "revoked at the entry's end too";
                    }
                },
                new MapDenylist() {
                    @Override
                    boolean holds(String key, Instant now) {
                        return super.holds(key, now.plusSeconds(1));
                    }

                    @Override
                    public String toString() {
                        return "forgets a second early";
                    }
                },
                new MapDenylist() {
                    @Override
                    String key(String kind, String id) {
                        return id;
                    }

                    @Override
                    public String toString() {
                        return "takes a jti for a sid";
                    }
                },
                new MapDenylist() {
                    @Override
                    void revoke(String key, Instant until, Instant now) {
                        ends.put(key, until);
                    }

                    @Override
                    public String toString() {
                        return "lets the last entry win";
                    }
                },
                new MapDenylist() {
                    @Override
                    String key(String kind, String id) {
                        return kind + id.strip().toUpperCase(Locale.ROOT);
                    }

                    @Override
                    public String toString() {
                        return "respells ids";
                    }
                },
                new MapDenylist() {
                    @Override
                    public boolean isRevoked(
                            Optional<String> jti, Optional<String> sid, Instant now) {
                        return sid.isPresent()
                                ? super.isRevoked(Optional.empty(), sid, now)
                                : super.isRevoked(jti, sid, now);
                    }

                    @Override
                    public String toString() {
                        return "asks about the session alone";
                    }
                },
                new MapDenylist() {
                    @Override
                    public boolean isRevoked(
                            Optional<String> jti, Optional<String> sid, Instant now) {
                        return false;
                    }

                    @Override
                    public String toString() {
                        return "knows nothing";
                    }
                },
                new MapDenylist() {
                    @Override
                    public boolean isRevoked(
                            Optional<String> jti, Optional<String> sid, Instant now) {
                        return true;
                    }

                    @Override
                    public String toString() {
                        return "refuses everything";
                    }
                });
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
    void failsWhatIsWrong(MapDenylist mistaken) {
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
