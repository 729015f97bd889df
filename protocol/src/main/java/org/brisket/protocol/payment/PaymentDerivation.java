package org.brisket.protocol.payment;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.transaction.Transaction;

/**
 * How payer and payee find the key of one payment output (BRC-29): the invoice number {@code
 * 2-3241645161d8-<prefix> <suffix>}, and pay-to-public-key-hash of the key derived with it.
 */
public final class PaymentDerivation {
    private static final int SECURITY_LEVEL = 2;
    private static final String PROTOCOL = "3241645161d8";

    private final InvoiceNumber invoice;

    private PaymentDerivation(InvoiceNumber invoice) {
        this.invoice = invoice;
    }

    /** Both texts are taken as they are, Base64 by agreement; together up to 799 characters. */
    public static PaymentDerivation of(String prefix, String suffix) throws MalformedException {
        return new PaymentDerivation(
                InvoiceNumber.of(SECURITY_LEVEL, PROTOCOL, prefix + " " + suffix));
    }

    public InvoiceNumber invoice() {
        return invoice;
    }

    /** The script with which the payer pays. */
    public byte[] lockingScript(PrivateKey payer, PublicKey payee) {
        return P2pkh.lock(new KeyWallet(payer).publicKey(invoice, Counterparty.of(payee)));
    }

    /** The key with which the payee spends. */
    public PrivateKey spendingKey(PrivateKey payee, PublicKey payer) {
        return new KeyWallet(payee).privateKey(invoice, Counterparty.of(payer));
    }

    /** Whether that output of the transaction pays the payee, whatever it is worth. */
    public boolean pays(Transaction transaction, int output, PrivateKey payee, PublicKey payer) {
        if (output < 0 || output >= transaction.outputCount()) {
            return false;
        }
        byte[] expected = P2pkh.lock(spendingKey(payee, payer).publicKey());
        return transaction.lockingScript(output).equals(ByteSlice.of(expected));
    }
}
