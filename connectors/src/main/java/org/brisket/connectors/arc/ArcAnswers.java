package org.brisket.connectors.arc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * The meaning of ARC's words and numbers. A word that is not in the table means UNKNOWN: neither
 * success nor failure, ask again.
 */
final class ArcAnswers {
    private static final int MAX_DETAIL = 500;
    private static final int MAX_STATUS = 60;
    private static final int MAX_COMPETING = 100;

    private ArcAnswers() {}

    /** Reads a success or an error object; the HTTP status counts where the object names none. */
    static EndpointAnswer read(String endpoint, int httpStatus, JsonNode json) {
        String status = json.path("txStatus").asText("");
        int code = json.path("status").asInt(httpStatus);
        AnswerKind kind =
                status.isBlank()
                        ? ofCode(code)
                        : ofStatus(status, json.path("extraInfo").asText(""));
        return new EndpointAnswer(
                endpoint, kind, cut(status, MAX_STATUS), code, detail(json), competing(json));
    }

    static EndpointAnswer unknown(String endpoint, int code, String detail) {
        return new EndpointAnswer(
                endpoint, AnswerKind.UNKNOWN, "", code, cut(detail, MAX_DETAIL), List.of());
    }

    static AnswerKind ofStatus(String txStatus, String extraInfo) {
        return switch (txStatus.toUpperCase(Locale.ROOT)) {
            // ARC says in words that a transaction under way waits for a parent.
            case "QUEUED",
                    "RECEIVED",
                    "STORED",
                    "ANNOUNCED_TO_NETWORK",
                    "REQUESTED_BY_NETWORK",
                    "SENT_TO_NETWORK",
                    "ACCEPTED_BY_NETWORK" ->
                    mentionsOrphan(extraInfo) ? AnswerKind.ORPHAN : AnswerKind.ACCEPTED;
            case "SEEN_ON_NETWORK",
                    "SEEN_MULTIPLE_NODES",
                    "STUMP_PROCESSING",
                    "MINED",
                    "MINED_IN_STALE_BLOCK",
                    "IMMUTABLE" ->
                    AnswerKind.ACCEPTED;
            case "SEEN_IN_ORPHAN_MEMPOOL" -> AnswerKind.ORPHAN;
            case "DOUBLE_SPEND_ATTEMPTED" -> AnswerKind.CONTESTED;
            // Its reason is a text, and it may be resubmitted and mined yet: no evidence.
            case "REJECTED" -> AnswerKind.CONDITION;
            default -> AnswerKind.UNKNOWN;
        };
    }

    static AnswerKind ofCode(int code) {
        return switch (code) {
            // 461 scripts, 462 inputs, 463 format, 464 outputs, 474 size.
            case 461, 462, 463, 464, 474 -> AnswerKind.INVALID;
            // 465 fee, 471 and 472 frozen inputs, 473 cumulative fee.
            case 465, 471, 472, 473 -> AnswerKind.POLICY;
            // 409 and 466 conflicts, 460 and 467 to 469 and 475 missing or unproven ancestors, 476
            // not final yet.
            case 409, 460, 466, 467, 468, 469, 475, 476 -> AnswerKind.CONDITION;
            // The request was refused without a verdict on the transaction.
            case 400, 413, 422 -> AnswerKind.CONDITION;
            default -> AnswerKind.UNKNOWN;
        };
    }

    private static boolean mentionsOrphan(String text) {
        return text.toUpperCase(Locale.ROOT).contains("ORPHAN");
    }

    private static String detail(JsonNode json) {
        for (String field : List.of("extraInfo", "detail", "title", "reason", "error")) {
            String text = json.path(field).asText("");
            if (!text.isBlank()) {
                return cut(text, MAX_DETAIL);
            }
        }
        return "";
    }

    private static List<Txid> competing(JsonNode json) {
        List<Txid> competing = new ArrayList<>();
        for (JsonNode text : json.path("competingTxs")) {
            if (competing.size() == MAX_COMPETING) {
                break;
            }
            try {
                competing.add(Txid.fromDisplayHex(text.asText("")));
            } catch (MalformedException e) {
                // Not a txid, so nothing that could be looked up as a competitor.
                continue;
            }
        }
        return competing;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
