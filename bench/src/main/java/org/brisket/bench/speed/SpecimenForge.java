package org.brisket.bench.speed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.ScriptTemplates;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;

/** Makes the workload: every key and every signature of it is used once. */
final class SpecimenForge {
    private static final int DEPTH = 10;
    private static final int WIDTH = 10;
    private static final int DATA = 100_000;
    private static final long RICH = 1_000_000;
    private static final long FEE = 20;
    private static final long FIRST_HEIGHT = 800_000;

    private final Ground ground;

    private SpecimenForge(long seed) {
        this.ground = new Ground(seed, FIRST_HEIGHT);
    }

    static List<Specimen> forge(WorkloadClass workload, int count) {
        SpecimenForge forge = new SpecimenForge(workload.ordinal());
        List<Specimen> specimens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            specimens.add(Specimen.of(forge.beef(workload)));
        }
        return specimens;
    }

    private byte[] beef(WorkloadClass workload) {
        return switch (workload) {
            case SIMPLE -> chain(0);
            case CHAIN10 -> chain(DEPTH);
            case WIDE10 -> wide();
            case TOKEN -> token();
            case DATA100K -> data();
        };
    }

    private record Owned(Coin coin, PrivateKey key) {}

    private byte[] newLock() {
        return P2pkh.lock(ground.keys().next().publicKey());
    }

    /** A mined payment to a new key, with change to another. */
    private Owned mined(BeefBundle bundle) {
        PrivateKey key = ground.keys().next();
        TransactionBuilder outputs =
                new TransactionBuilder()
                        .output(RICH, P2pkh.lock(key.publicKey()))
                        .output(RICH, P2pkh.lock(ground.randomBytes(20)));
        Mined parent = ground.mined(outputs);
        bundle.add(parent);
        return new Owned(parent.coin(0), key);
    }

    private static SigningBuilder spend(Owned owned) {
        return new SigningBuilder()
                .input(owned.coin().outpoint(), owned.coin().output(), owned.key());
    }

    /** Pays someone, and the rest to a new key of one's own. */
    private Owned pay(BeefBundle bundle, Owned owned) {
        PrivateKey change = ground.keys().next();
        Transaction payment =
                spend(owned)
                        .output(owned.coin().satoshis() / 2, P2pkh.lock(ground.randomBytes(20)))
                        .output(owned.coin().satoshis() / 2 - FEE, P2pkh.lock(change.publicKey()))
                        .build()
                        .transaction();
        bundle.add(payment);
        return new Owned(Coin.of(payment, 1), change);
    }

    private byte[] chain(int ancestors) {
        BeefBundle bundle = new BeefBundle();
        Owned coin = mined(bundle);
        for (int i = 0; i <= ancestors; i++) {
            coin = pay(bundle, coin);
        }
        return bundle.toBytes();
    }

    private byte[] wide() {
        BeefBundle bundle = new BeefBundle();
        SigningBuilder subject = new SigningBuilder().output(WIDTH * RICH - FEE, newLock());
        for (int i = 0; i < WIDTH; i++) {
            Owned owned = mined(bundle);
            subject.input(owned.coin().outpoint(), owned.coin().output(), owned.key());
        }
        return bundle.add(subject.build().transaction()).toBytes();
    }

    private byte[] tokenLock(PrivateKey owner, String asset, int amount) {
        List<byte[]> fields =
                List.of(
                        asset.getBytes(StandardCharsets.US_ASCII),
                        Integer.toString(amount).getBytes(StandardCharsets.US_ASCII));
        return PushDrop.lock(owner.publicKey().bytes(), fields);
    }

    private byte[] token() {
        BeefBundle bundle = new BeefBundle();
        String asset = ground.randomTxid() + ".0";
        PrivateKey owner = ground.keys().next();
        Mined parent =
                ground.mined(
                        new TransactionBuilder()
                                .output(1, tokenLock(owner, asset, 1_000))
                                .output(RICH, newLock()));
        bundle.add(parent);
        Owned fee = mined(bundle);
        Transaction transfer =
                spend(new Owned(parent.coin(0), owner))
                        .input(fee.coin().outpoint(), fee.coin().output(), fee.key())
                        .output(1, tokenLock(ground.keys().next(), asset, 400))
                        .output(1, tokenLock(ground.keys().next(), asset, 600))
                        .output(RICH - FEE, newLock())
                        .build()
                        .transaction();
        return bundle.add(transfer).toBytes();
    }

    private byte[] data() {
        BeefBundle bundle = new BeefBundle();
        Transaction subject =
                spend(mined(bundle))
                        .output(0, ScriptTemplates.data(List.of(ground.randomBytes(DATA))))
                        .output(RICH - FEE, newLock())
                        .build()
                        .transaction();
        return bundle.add(subject).toBytes();
    }
}
