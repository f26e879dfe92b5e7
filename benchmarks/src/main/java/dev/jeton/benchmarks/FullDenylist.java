package dev.jeton.benchmarks;

import dev.jeton.session.InMemoryDenylist;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;

/** A denylist with random entries, as Jeton's own ids are, which end in one to two hours. */
final class FullDenylist {
    private static final int ID_BYTES = 16;
    private static final int HOUR_SECONDS = 3600;

    private FullDenylist() {}

    static InMemoryDenylist of(int entries) {
        InMemoryDenylist denylist = new InMemoryDenylist();
        SplittableRandom random = new SplittableRandom(1);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        Instant now = Instant.now();
        for (int i = 0; i < entries; i++) {
            byte[] id = ByteBuffer.allocate(ID_BYTES)
                    .putLong(random.nextLong())
                    .putLong(random.nextLong())
                    .array();
            Instant end = now.plusSeconds(HOUR_SECONDS + random.nextInt(HOUR_SECONDS));
            denylist.revokeToken(encoder.encodeToString(id), end, now);
        }
        return denylist;
    }
}
