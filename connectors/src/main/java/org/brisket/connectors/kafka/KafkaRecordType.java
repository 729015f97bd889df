package org.brisket.connectors.kafka;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.brisket.protocol.submission.KafkaRecord;

/** Tells Flink to write records with {@link KafkaRecordSerializer}. Not a key type. */
public final class KafkaRecordType extends TypeInformation<KafkaRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<KafkaRecord> getTypeClass() {
        return KafkaRecord.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<KafkaRecord> createSerializer(SerializerConfig config) {
        return KafkaRecordSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "KafkaRecord";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaRecordType;
    }

    @Override
    public int hashCode() {
        return KafkaRecordType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof KafkaRecordType;
    }
}
