package org.brisket.state.ledger;

class InMemoryLedgerStoreTest implements LedgerStoreContract {
    private final InMemoryLedgerStore store = new InMemoryLedgerStore();

    @Override
    public LedgerStore store() {
        return store;
    }
}
