package org.brisket.protocol.verdict;

/**
 * Why a submission is refused. The name is a public wire value and a metric label: names are only
 * ever added, never changed or used for something else.
 */
public enum RejectionReason {
    /** The value is neither binary nor hexadecimal BEEF, or its parts do not fit together. */
    MALFORMED_BEEF(Category.MALFORMED),
    /** A header has a shape that its contract does not allow. */
    MALFORMED_HEADERS(Category.MALFORMED),
    /** The record is larger than the limit. */
    RECORD_TOO_LARGE(Category.LIMIT),
    /** A count that has no reason of its own is over its limit. */
    LIMIT_EXCEEDED(Category.LIMIT),

    /** A merkle path does not lead from its transaction to one root. */
    INVALID_MERKLE_PATH(Category.PROOF),
    /** The chain trackers say that the block at that height has another root. */
    INVALID_MERKLE_ROOT(Category.PROOF),
    /** No quorum of chain trackers answered in time; submit again later. */
    CHAIN_TRACKER_UNAVAILABLE(Category.UNAVAILABLE),
    /** An ancestor is missing: neither proven nor in the BEEF. */
    MISSING_ANCESTOR(Category.PROOF),
    /** An ancestor is given by its txid alone, which proves nothing. */
    TXID_ONLY_ANCESTOR(Category.PROOF),

    /** A rule about transactions that needs no script is broken. */
    INVALID_TRANSACTION(Category.TRANSACTION),
    /** An output index that its transaction does not have is spent. */
    MISSING_SOURCE_OUTPUT(Category.TRANSACTION),
    /** Two inputs, of one transaction or of one BEEF, spend the same output. */
    DUPLICATE_SPEND(Category.TRANSACTION),
    /** More value leaves a transaction than enters it. */
    VALUE_NOT_CONSERVED(Category.TRANSACTION),
    /** The lock time has not come and an input is not final. */
    NOT_FINAL(Category.TRANSACTION),
    /** A coinbase output is spent before 100 blocks have passed. */
    IMMATURE_COINBASE(Category.TRANSACTION),
    /** An unlocking script does not satisfy its locking script. */
    INVALID_SCRIPT(Category.SCRIPT),
    /** A script uses an operation that this version does not evaluate yet. */
    UNSUPPORTED_SCRIPT(Category.SCRIPT),

    /** A topic is named that is not hosted here. */
    UNKNOWN_TOPIC(Category.ROUTING),
    /** No topic is named, and no hosted basket is touched. */
    NO_TOPICS(Category.ROUTING),

    /** No topic or basket takes anything from the transaction. */
    NOTHING_TO_ADMIT(Category.ADMISSION),
    /** The topic or basket manager refuses the transaction. */
    REFUSED_BY_MANAGER(Category.ADMISSION),
    /** The topic or basket manager failed on this transaction, which is a bug of the plug-in. */
    MANAGER_FAILED(Category.ADMISSION),
    /** A coin is already spent by another live transaction. */
    COIN_ALREADY_SPENT(Category.CONFLICT),
    /** A transaction that is not decided yet holds the coin; submit again later. */
    COIN_CONTESTED(Category.CONFLICT),
    /** Too many submissions wait for a transaction that is not decided yet; submit again later. */
    PARENT_UNDECIDED(Category.CONFLICT),
    /** Another ledger that the submission names voted no. */
    OTHER_LEDGER_REFUSED(Category.CONFLICT),

    /** The network gave a verdict on the transaction's bytes. */
    REFUSED_BY_NETWORK(Category.NETWORK),
    /** A transaction that this one stands on was rolled back. */
    PARENT_ROLLED_BACK(Category.NETWORK),

    /** The BEEF holds more transactions than the limit. */
    TOO_MANY_TRANSACTIONS(Category.LIMIT),
    /** The longest chain of unmined ancestors is over its limit. */
    ANCESTRY_TOO_DEEP(Category.LIMIT),
    /** The BEEF holds more merkle paths than the limit. */
    TOO_MANY_MERKLE_PATHS(Category.LIMIT),
    /** A merkle path has more levels than the limit. */
    MERKLE_TREE_TOO_HIGH(Category.LIMIT),
    /** A transaction has more inputs than the limit. */
    TOO_MANY_INPUTS(Category.LIMIT),
    /** A transaction has more outputs than the limit. */
    TOO_MANY_OUTPUTS(Category.LIMIT),
    /** A script that has to be run is longer than the limit. */
    SCRIPT_TOO_LONG(Category.LIMIT),
    /** A script makes an element longer than the limit. */
    ELEMENT_TOO_LARGE(Category.LIMIT),
    /** A script calculates with a number longer than the limit. */
    NUMBER_TOO_LARGE(Category.LIMIT),
    /** A script's stacks hold more than the limit. */
    STACK_TOO_LARGE(Category.LIMIT),
    /** A transaction has more signatures verified than the limit. */
    TOO_MANY_SIGNATURE_OPERATIONS(Category.LIMIT),
    /** A transaction has more bytes hashed for its signatures than the limit. */
    TOO_MANY_SIGNATURE_BYTES(Category.LIMIT),
    /** A transaction has more bytes hashed by its scripts than the limit. */
    TOO_MANY_HASHED_BYTES(Category.LIMIT),
    /** All scripts of the BEEF together take more work than the limit. */
    COST_TOO_HIGH(Category.LIMIT),
    /** An identity certificate is longer than the limit. */
    CERTIFICATE_TOO_LARGE(Category.LIMIT),
    /** An identity certificate has more fields than the limit. */
    TOO_MANY_CERTIFICATE_FIELDS(Category.LIMIT),

    /** More of an asset leaves a transaction than live coins bring in, or less without a word. */
    AMOUNT_NOT_CONSERVED(Category.ADMISSION),
    /** A transaction touches more basket ledgers than the limit. */
    TOO_MANY_LEDGERS(Category.LIMIT),
    /** A transaction admits and spends more coins in one ledger than the limit. */
    TOO_MANY_COINS(Category.LIMIT);

    /** Who has to act, in broad terms. */
    public enum Category {
        MALFORMED,
        LIMIT,
        PROOF,
        TRANSACTION,
        SCRIPT,
        ROUTING,
        ADMISSION,
        CONFLICT,
        NETWORK,
        UNAVAILABLE
    }

    private final Category category;

    RejectionReason(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** True when the same bytes may be accepted later. */
    public boolean isRetryable() {
        return switch (category) {
            case UNAVAILABLE, CONFLICT, NETWORK -> true;
            case MALFORMED, LIMIT, PROOF, TRANSACTION, SCRIPT, ROUTING, ADMISSION -> false;
        };
    }
}
