package org.brisket.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.codec.StoredExamples.Example;
import org.brisket.state.ledger.LedgerPosition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The stored bytes of every type. Golden files are what savepoints hold: they are added to, never
 * changed; a new version of a codec has its files in a folder of its own. {@code
 * -Dbrisket.golden.write=DIR} writes the files of this build there.
 */
class CodecTest {
    private static final String GOLDEN = "/golden/v%d/";
    private static final Optional<String> WRITE =
            Optional.ofNullable(System.getProperty("brisket.golden.write"));

    /** What the first version of its codec never wrote, and the first that did. */
    private static final Map<String, Integer> LATER_KINDS =
            Map.ofEntries(
                    Map.entry("application-final", 2),
                    Map.entry("order-finalize", 2),
                    Map.entry("coin-of-basket", 2),
                    Map.entry("ancestor", 3),
                    Map.entry("vote-spending", 3),
                    Map.entry("ancestor-objection", 3),
                    Map.entry("tracked-rolled-back", 4),
                    Map.entry("poll", 4),
                    Map.entry("mined-proven", 2),
                    Map.entry("news-proven", 2),
                    Map.entry("polled", 3),
                    Map.entry("posted-again", 3),
                    Map.entry("tip-with-roots", 2));

    private final Map<String, Example<?>> examples = StoredExamples.all();

    CodecTest() throws MalformedException {}

    /** A check of one example. */
    private interface Check {
        <T> void check(String name, Example<T> example) throws Exception;
    }

    private List<DynamicTest> forEach(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        examples.forEach(
                (name, example) -> tests.add(dynamicTest(name, () -> check.check(name, example))));
        return tests;
    }

    @TestFactory
    List<DynamicTest> writesTheGoldenBytes() {
        return forEach(this::writesGolden);
    }

    private <T> void writesGolden(String name, Example<T> example) throws IOException {
        String written = Hex.encode(bytes(example));
        if (WRITE.isPresent()) {
            Files.writeString(Path.of(WRITE.get(), name + ".hex"), written + "\n");
        }
        assertThat(written).isEqualTo(golden(version(example), name));
    }

    @TestFactory
    List<DynamicTest> readsTheGoldenBytesBack() {
        return forEach(this::readsGolden);
    }

    private <T> void readsGolden(String name, Example<T> example) throws Exception {
        T read = read(example, Hex.decode(golden(version(example), name)));

        assertThat(read).isInstanceOf(example.codec().type());
        assertThat(bytes(new Example<>(example.codec(), read))).isEqualTo(bytes(example));
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("graph", "submission.graph")
                .isEqualTo(example.value());
    }

    @TestFactory
    List<DynamicTest> readsWhatEarlierVersionsWrote() {
        return forEach(this::readsEarlier);
    }

    /** Before these fields came with a later version nothing was known of them. */
    private <T> void readsEarlier(String name, Example<T> example) throws Exception {
        int first = LATER_KINDS.getOrDefault(name, 1);
        for (int version = first; version < version(example); version++) {
            T read = read(example, Hex.decode(golden(version, name)));
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFieldsOfTypes(LedgerPosition.class)
                    .ignoringFields("sequence", "spentOutputs")
                    .ignoringFieldsMatchingRegexes(
                            "(.*\\.)?(ancestors|alongside|contender|voters)", "claims\\.subject")
                    .isEqualTo(example.value());
        }
    }

    @TestFactory
    List<DynamicTest> refusesVersionsThatItDoesNotKnow() {
        return forEach(this::refusesVersions);
    }

    private <T> void refusesVersions(String name, Example<T> example) throws IOException {
        byte[] bytes = bytes(example);
        int newest = version(example);
        for (int version : new int[] {0, newest + 1, 255}) {
            bytes[0] = (byte) version;
            assertThatThrownBy(() -> read(example, bytes))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(example.codec().type().getSimpleName())
                    .hasMessageContaining("version " + version)
                    .hasMessageContaining("reads 1 to " + newest);
        }
    }

    @TestFactory
    List<DynamicTest> refusesTruncatedBytes() {
        return forEach(this::refusesTruncation);
    }

    private <T> void refusesTruncation(String name, Example<T> example) throws IOException {
        byte[] bytes = bytes(example);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(example, cut))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(IOException.class);
        }
    }

    @TestFactory
    List<DynamicTest> restoresTheSerializerFromItsSnapshot() {
        return forEach(this::restoresSerializer);
    }

    private <T> void restoresSerializer(String name, Example<T> example) throws IOException {
        TypeSerializer<T> serializer = new CodecSerializer<>(example.codec());
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        TypeSerializerSnapshot<T> snapshot =
                TypeSerializerSnapshot.readVersionedSnapshot(
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader());

        TypeSerializer<T> restored = snapshot.restoreSerializer();
        assertThat(restored).isEqualTo(serializer);
        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(snapshot)
                                .isCompatibleAsIs())
                .isTrue();
        T read = restored.deserialize(new DataInputDeserializer(bytes(example)));
        assertThat(bytes(new Example<>(example.codec(), read))).isEqualTo(bytes(example));
    }

    @TestFactory
    List<DynamicTest> copiesBytesWithoutChangingThem() {
        return forEach(this::copies);
    }

    private <T> void copies(String name, Example<T> example) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        new CodecSerializer<>(example.codec()).copy(new DataInputDeserializer(bytes(example)), out);

        assertThat(out.getCopyOfBuffer()).isEqualTo(bytes(example));
    }

    @Test
    void keepsTheCodecClassNamesThatSavepointsHold() throws IOException {
        String names =
                examples.values().stream()
                        .map(example -> example.codec().getClass().getName())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n"));

        assertThat(names).isEqualTo(resource(GOLDEN.formatted(1) + "codecs.txt"));
    }

    @Test
    void hasAnExampleOfEveryCodec() throws Exception {
        Set<String> covered =
                examples.values().stream()
                        .map(example -> example.codec().getClass().getSimpleName())
                        .collect(Collectors.toCollection(HashSet::new));
        covered.add("Codec");
        Path classes =
                Path.of(Codec.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(file -> file.endsWith("Codec.class"))
                                    .map(file -> file.replace(".class", "")))
                    .isNotEmpty()
                    .isSubsetOf(covered);
        }
    }

    @Test
    void isNotCompatibleWithAnotherCodec() {
        var txids = new CodecSerializer<>(new TxidCodec()).snapshotConfiguration();
        @SuppressWarnings("unchecked")
        TypeSerializerSnapshot<Txid> outpoints =
                (TypeSerializerSnapshot<Txid>)
                        (TypeSerializerSnapshot<?>)
                                new CodecSerializer<>(new OutpointCodec()).snapshotConfiguration();

        assertThat(txids.resolveSchemaCompatibility(outpoints).isIncompatible()).isTrue();
    }

    /** Savepoints are laid out by key group: a key's group may never change, on any JVM. */
    @Test
    void keepsTransactionsInTheirKeyGroups() throws MalformedException {
        Txid first = Txid.fromDisplayHex("01".repeat(32));
        Txid second = Txid.fromDisplayHex("0123456789abcdef".repeat(4));

        assertThat(KeyGroupRangeAssignment.assignToKeyGroup(first, 720)).isEqualTo(94);
        assertThat(KeyGroupRangeAssignment.assignToKeyGroup(second, 720)).isEqualTo(400);
    }

    private static <T> byte[] bytes(Example<T> example) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        example.codec().write(example.value(), out);
        return out.getCopyOfBuffer();
    }

    private static <T> T read(Example<T> example, byte[] bytes) throws IOException {
        return example.codec().read(new DataInputDeserializer(bytes));
    }

    private static <T> int version(Example<T> example) throws IOException {
        return bytes(example)[0];
    }

    private static String golden(int version, String name) {
        return resource(GOLDEN.formatted(version) + name + ".hex");
    }

    private static String resource(String name) {
        try (InputStream in = CodecTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden file %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
