package org.brisket.protocol.overlay.basket;

import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * The keeper's word that stock has come in: a signature in DER over the SHA-256 of
 *
 * <pre>
 * txid that input 0 spends from 32, internal order | its output index u32 | own output index u32
 *      | locking key 33 | for each of the six fields: length varint, bytes
 * </pre>
 *
 * with the key that the keeper derives for anyone, protocol {@code [2,"stock receipt"]}, key id 1.
 * Integers are little-endian. An outpoint is spent once, so a receipt counts once; whoever copies
 * it into another transaction or output has nothing.
 */
final class StockReceipt {
    private static final InvoiceNumber INVOICE = new InvoiceNumber(2, "stock receipt", "1");

    private StockReceipt() {}

    /** Whether the keeper that the token names signed its receipt for this place. */
    static boolean isValid(StockToken stock, Transaction transaction, int output) {
        PushDrop token = PushDrop.decode(transaction.lockingScript(output)).orElseThrow();
        byte[] signed = signed(transaction.previousOutput(0), output, token);
        return stock.receipt().isPresent()
                && KeyWallet.anyone()
                        .verify(
                                signed,
                                stock.receipt().get().toByteArray(),
                                INVOICE,
                                Counterparty.of(stock.keeper()));
    }

    /** The keeper's signature over an unsigned token, in DER. */
    static byte[] sign(KeyWallet keeper, Outpoint firstInput, int output, PushDrop unsigned) {
        return keeper.sign(signed(firstInput, output, unsigned), INVOICE, Counterparty.ANYONE);
    }

    private static byte[] signed(Outpoint firstInput, int output, PushDrop token) {
        ByteWriter writer = new ByteWriter();
        writer.write(firstInput.txid().toInternal()).writeUnsignedInt(firstInput.index());
        writer.writeUnsignedInt(output).write(token.lockingPublicKey());
        token.fields().subList(0, StockToken.FIELDS).forEach(writer::writeVarSlice);
        return writer.toByteArray();
    }
}
