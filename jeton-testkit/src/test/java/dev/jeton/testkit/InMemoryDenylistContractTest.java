package dev.jeton.testkit;

import dev.jeton.session.Denylist;
import dev.jeton.session.InMemoryDenylist;

class InMemoryDenylistContractTest extends DenylistContract {
    @Override
    protected Denylist denylist() {
        return new InMemoryDenylist();
    }
}
