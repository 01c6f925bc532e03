package packwitness.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.sql.SQLException;
import java.util.Map;

/** The facts of a claim as they are kept, in JSON; read by the first claim, not by the start. */
final class FactText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FactText() {}

    static Map<String, String> read(String text) throws SQLException {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("facts of a claim are not JSON", e);
        }
    }

    static String write(Map<String, String> facts) throws SQLException {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }
}
