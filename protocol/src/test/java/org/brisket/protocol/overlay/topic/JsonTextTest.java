package org.brisket.protocol.overlay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void readsValuesOfEveryKind() throws MalformedException {
        assertThat(JsonText.parse(" {\"a\":[1,-2.5e3,true,false,null,\"x\"],\"b\":{},\"c\":[ ]} "))
                .isEqualTo(
                        Map.of(
                                "a",
                                Arrays.asList(
                                        new JsonText.JsonNumber("1"),
                                        new JsonText.JsonNumber("-2.5e3"),
                                        true,
                                        false,
                                        JsonText.NULL,
                                        "x"),
                                "b",
                                Map.of(),
                                "c",
                                List.of()));
        assertThat(JsonText.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\uDE00\""))
                .isEqualTo("\"\\/\b\f\n\r\tä😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1,\"a\":2}",
                "[1}",
                "[1] 2",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "-",
                "NaN",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "\"\u0001\"",
                "'a'",
                "[1 2]",
                "\u00A01"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void nestsToABoundAndNeverRecurses() throws MalformedException {
        int deepest = JsonText.DEEPEST;

        assertThat(JsonText.parse("[".repeat(deepest) + "]".repeat(deepest))).isNotNull();
        for (String deep : List.of("[".repeat(deepest + 1), "[".repeat(1_000_000))) {
            assertThatThrownBy(() -> JsonText.parse(deep))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("deeper");
        }
    }
}
