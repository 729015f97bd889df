package org.brisket.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.brisket.protocol.bytes.MalformedException;

class TransactionFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void readsAndWrites(byte[] bytes) {
        try {
            if (ExtendedTransaction.looksExtended(bytes)) {
                assertThat(ExtendedTransaction.parse(bytes).toBytes()).isEqualTo(bytes);
                return;
            }
            Transaction transaction = Transaction.parse(bytes);
            assertThat(transaction.bytes().toByteArray()).isEqualTo(bytes);
            for (int i = 0; i < transaction.inputCount(); i++) {
                transaction.previousOutput(i);
                transaction.unlockingScript(i);
                transaction.sequence(i);
            }
            assertThat(transaction.outputs()).hasSize(transaction.outputCount());
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
