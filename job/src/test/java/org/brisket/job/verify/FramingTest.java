package org.brisket.job.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.junit.jupiter.api.Test;

class FramingTest {
    private static final List<byte[]> ITEMS =
            List.of(new byte[300], new byte[] {1, 0, (byte) 0xBE, (byte) 0xEF, 0, 0});

    @Test
    void takesHexadecimalLinesApart() {
        String text = Hex.encode(ITEMS.get(0)) + "\r\n\n" + Hex.encode(ITEMS.get(1)) + "\n";

        assertThat(Framing.split(text.getBytes(StandardCharsets.US_ASCII)))
                .usingRecursiveComparison()
                .isEqualTo(ITEMS);
    }

    @Test
    void takesLengthPrefixedItemsApart() {
        assertThat(Framing.split(framed(ByteOrder.BIG_ENDIAN)))
                .usingRecursiveComparison()
                .isEqualTo(ITEMS);
        assertThat(Framing.split(framed(ByteOrder.LITTLE_ENDIAN)))
                .usingRecursiveComparison()
                .isEqualTo(ITEMS);
        ByteWriter varints = new ByteWriter();
        ITEMS.forEach(varints::writeVarBytes);
        assertThat(Framing.split(varints.toByteArray()))
                .usingRecursiveComparison()
                .isEqualTo(ITEMS);
    }

    @Test
    void leavesOtherBytesWhole() {
        byte[] garbage = {9, 8, 7, 6, 5};

        assertThat(Framing.split(garbage)).containsExactly(garbage);
        assertThat(Framing.U32_BE.items(garbage)).isEmpty();
    }

    private static byte[] framed(ByteOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] item : ITEMS) {
            byte[] length = ByteBuffer.allocate(4).order(order).putInt(item.length).array();
            out.writeBytes(length);
            out.writeBytes(item);
        }
        return out.toByteArray();
    }
}
