package org.brisket.protocol.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.payment.PaymentDerivation;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wallets in use give for keys 1, 2 and 3. */
class WalletTest {
    private static final PrivateKey TWO = PrivateKey.of(BigInteger.TWO);
    private static final PrivateKey THREE = PrivateKey.of(BigInteger.valueOf(3));
    private static final InvoiceNumber GOLDEN = new InvoiceNumber(2, "golden tests", "1");
    private static final Counterparty WITH_THREE = Counterparty.of(THREE.publicKey());
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    @Test
    void findsTheKeyThatTheOtherSideOwns() {
        KeyWallet two = new KeyWallet(TWO);
        KeyWallet three = new KeyWallet(THREE);

        PublicKey seenByTwo = two.publicKey(GOLDEN, WITH_THREE);

        assertThat(three.ownPublicKey(GOLDEN, Counterparty.of(TWO.publicKey())))
                .isEqualTo(seenByTwo);
        assertThat(KeyWallet.anyone().publicKey(GOLDEN, Counterparty.of(TWO.publicKey())))
                .hasToString("025475408d506bce6c3d240f97c5649e020f0c523ce091b0c0686eb4aa674731e7");
        assertThat(two.ownPublicKey(GOLDEN, Counterparty.SELF))
                .isEqualTo(two.publicKey(GOLDEN, Counterparty.SELF))
                .hasToString("02eb58e97644a0c3a3545e5040f39c90aee2893a88733051555db7e29d5d1e49f9");
    }

    @Test
    void signsForOneOrForAnyone() throws MalformedException {
        KeyWallet two = new KeyWallet(TWO);

        byte[] forThree = two.sign(HELLO, GOLDEN, WITH_THREE);
        byte[] forAnyone = two.sign(HELLO, GOLDEN, Counterparty.ANYONE);

        assertThat(Hex.encode(forThree))
                .isEqualTo(
                        "3045022100f636948aa0d7041bbaa172d61ac068c339402cee263a5827bbde33867608ed13"
                                + "022012b1177087442f80f045617893344263a1116bf8066ae9d98eaec22e109cfcd9");
        Counterparty fromTwo = Counterparty.of(TWO.publicKey());
        assertThat(new KeyWallet(THREE).verify(HELLO, forThree, GOLDEN, fromTwo)).isTrue();
        assertThat(KeyWallet.anyone().verify(HELLO, forThree, GOLDEN, fromTwo)).isFalse();
        assertThat(KeyWallet.anyone().verify(HELLO, forAnyone, GOLDEN, fromTwo)).isTrue();
        assertThat(two.verifyOwn(HELLO, forAnyone, GOLDEN, Counterparty.ANYONE)).isTrue();
        assertThat(two.verifyOwn(HELLO, new byte[3], GOLDEN, Counterparty.ANYONE)).isFalse();
    }

    @Test
    void sharesASymmetricKey() throws MalformedException {
        KeyWallet two = new KeyWallet(TWO);
        byte[] encrypted =
                Hex.decode(
                        "0732a93f639420f0bc34e946c2f29e0619878b9a72bec402b355a021333161a10e9fcde587"
                                + "56b691732222afed49cda9e0ff15484c");

        assertThat(two.decrypt(encrypted, GOLDEN, WITH_THREE)).get(BYTE_ARRAY).isEqualTo(HELLO);
        byte[] ours = two.encrypt(HELLO, GOLDEN, WITH_THREE);
        assertThat(new KeyWallet(THREE).decrypt(ours, GOLDEN, Counterparty.of(TWO.publicKey())))
                .get(BYTE_ARRAY)
                .isEqualTo(HELLO);
        for (int i = 0; i < ours.length; i++) {
            byte[] changed = ours.clone();
            changed[i] ^= 1;
            assertThat(two.decrypt(changed, GOLDEN, WITH_THREE)).isEmpty();
            assertThat(two.decrypt(Arrays.copyOf(ours, i), GOLDEN, WITH_THREE)).isEmpty();
        }
    }

    /** The key of this invoice number begins with a zero, which one library in use leaves out. */
    @Test
    void acceptsBothCodesOfAKeyThatBeginsWithZero() throws MalformedException {
        InvoiceNumber invoice = new InvoiceNumber(2, "golden tests", "169");
        KeyWallet two = new KeyWallet(TWO);
        byte[] data = {1, 2, 3};
        String whole = "d3eb244673b8828e527d70ebe10a08959e5112b83c514114e495e6da9ff9f72b";
        String stripped = "f34db1e6ea5ed34ead96711216c7ae2316d3725ddbde0fc166be0a31de372aef";

        assertThat(Hex.encode(two.hmac(data, invoice, Counterparty.SELF))).isEqualTo(whole);
        for (String code : new String[] {whole, stripped}) {
            assertThat(two.verifyHmac(data, Hex.decode(code), invoice, Counterparty.SELF)).isTrue();
        }
        assertThat(two.verifyHmac(data, new byte[32], invoice, Counterparty.SELF)).isFalse();
    }

    @Test
    void decryptsWithAKeyGivenAsBytes() throws MalformedException {
        byte[] key = Base64.getDecoder().decode("qIgnjD0FfGVMiWo107bP0oHsLA402lhC7AYUFIKY1KQ=");
        byte[] encrypted =
                Base64.getDecoder()
                        .decode(
                                "ktpzKolKsvtWrvLl0yMdGvh5ngd1hiaNcC1b5yuzo2DEKO/4S7gePO/CWOmW/dlo"
                                        + "HhzfbBQH9rKDFKK7xHHgqYRc");

        assertThat(SymmetricKey.parse(key).decrypt(encrypted))
                .get(BYTE_ARRAY)
                .isEqualTo("A cat and a mouse.".getBytes(UTF_8));
        assertThat(SymmetricKey.parse(key)).hasToString("symmetric key");
    }

    @Test
    void signsMessagesThatNameTheirSigner() throws MalformedException {
        byte[] signature =
                Hex.decode(
                        "4242330102c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"
                                + "02f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9"
                                + "95725add20c885859588ccc87c9fe24f5c924c6fb8e8a4aac154667463699a8b"
                                + "3044022054a35b18c85af015fedf722364d0e2557bed2c9ef2209bb8c4c04ceef569eefe"
                                + "022067fd245485ba0fd4834d52126dc1c742f075a02fdd96e8bef1ded0d73374b728");
        byte[] keyId = Arrays.copyOfRange(signature, 70, 102);

        assertThat(SignedMessage.verify(HELLO, signature, THREE)).contains(TWO.publicKey());
        assertThat(SignedMessage.verify(HELLO, signature, TWO)).as("not for two").isEmpty();
        assertThat(SignedMessage.verify(new byte[1], signature, THREE)).isEmpty();
        assertThat(SignedMessage.sign(HELLO, TWO, Optional.of(THREE.publicKey()), keyId))
                .isEqualTo(signature);
        for (int length = 0; length < 102; length++) {
            byte[] cut = Arrays.copyOf(signature, length);
            assertThatThrownBy(() -> SignedMessage.verify(HELLO, cut, THREE))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void signsMessagesForAnyone() throws MalformedException {
        byte[] signature =
                Hex.decode(
                        "4242330102c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"
                                + "00ab0f5d97459b3a2e6619a478658ee6632ab7c7c71431ad186c524be0723645f2"
                                + "304402207928cc668c1842b285c7984903d99d38be9a96bca59d7271e1092b6ac336f24e"
                                + "022010b54f5377bfaf35955e48f26e8aaed4df04dde5a6ba1920292ea9472e493ce8");

        assertThat(SignedMessage.verify(HELLO, signature, THREE)).contains(TWO.publicKey());
        assertThat(
                        SignedMessage.sign(
                                HELLO,
                                TWO,
                                Optional.empty(),
                                Arrays.copyOfRange(signature, 38, 70)))
                .isEqualTo(signature);
    }

    @Test
    void encryptsMessagesThatNameTheirSender() throws MalformedException {
        byte[] encrypted =
                EncryptedMessage.encrypt(HELLO, TWO, THREE.publicKey(), new SecureRandom());

        assertThat(Hex.encode(encrypted)).startsWith("42421033" + TWO.publicKey());
        assertThat(EncryptedMessage.decrypt(encrypted, THREE)).get(BYTE_ARRAY).isEqualTo(HELLO);
        assertThat(EncryptedMessage.decrypt(encrypted, TWO)).isEmpty();
        encrypted[encrypted.length - 1] ^= 1;
        assertThat(EncryptedMessage.decrypt(encrypted, THREE)).isEmpty();
    }

    @Test
    void paysToAKeyThatOnlyThePayeeCanFind() throws MalformedException {
        PaymentDerivation derivation = PaymentDerivation.of("cHJlZml4", "c3VmZml4");
        byte[] script = derivation.lockingScript(TWO, THREE.publicKey());
        Transaction payment =
                new TransactionBuilder()
                        .input(new Outpoint(new Txid(1, 2, 3, 4), 0), new byte[0])
                        .output(5, script)
                        .output(5, P2pkh.lock(TWO.publicKey()))
                        .build();

        assertThat(Hex.encode(script))
                .isEqualTo("76a914f17b9038ded4b2e738b23f6458090ac1259e15e688ac");
        assertThat(derivation.spendingKey(THREE, TWO.publicKey()).publicKey())
                .hasToString("03a5ee6f75e71a54b2930b712b2c79cb56f4296eda5e3e9490920c3cb974af5361");
        assertThat(derivation.pays(payment, 0, THREE, TWO.publicKey())).isTrue();
        assertThat(derivation.pays(payment, 1, THREE, TWO.publicKey())).isFalse();
        assertThat(derivation.pays(payment, 2, THREE, TWO.publicKey())).isFalse();
        assertThat(derivation.pays(payment, 0, TWO, THREE.publicKey())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, valid name, 1",
        "3, valid name, 1",
        "2, four, 1",
        "2, under_score, 1",
        "2, two  spaces, 1",
        "2, some protocol, 1",
        "2, valid name, ''"
    })
    void refusesInvoiceNumbersThatNoWalletTakes(int level, String protocol, String keyId) {
        assertThatThrownBy(() -> InvoiceNumber.of(level, protocol, keyId))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void boundsTheLengthsOfAnInvoiceNumber() throws MalformedException {
        assertThat(InvoiceNumber.of(0, "a".repeat(400), "é".repeat(800)).keyId()).hasSize(800);
        assertThat(InvoiceNumber.of(2, " Padded NAME ", "k")).hasToString("2-padded name-k");
        String linkage = "specific linkage revelation ";
        assertThat(InvoiceNumber.of(2, linkage + "a".repeat(402), "k").protocol()).hasSize(430);
        for (String name : new String[] {"a".repeat(401), linkage + "a".repeat(403)}) {
            assertThatThrownBy(() -> InvoiceNumber.of(2, name, "k"))
                    .isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> InvoiceNumber.of(2, "valid name", "k".repeat(801)))
                .isInstanceOf(MalformedException.class);
    }
}
