package packwitness.dossier.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.Still;

import java.nio.charset.StandardCharsets;

/** The machine's list of the exhibits and their hashes; the same case gives the same bytes. */
final class Manifest {
    static final String NAME = "manifest.json";

    private Manifest() {}

    static byte[] json(Dossier dossier) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("format", "packwitness-dossier-1");
        root.put("case", dossier.facts().caseNo());
        root.put("addressee", dossier.cover().addressee().name());
        root.put("madeAt", dossier.cover().madeAt().toString());
        root.put("program", dossier.cover().program());
        ArrayNode exhibits = root.putArray("exhibits");
        for (Exhibit exhibit : Papers.shownExhibits(dossier)) {
            ObjectNode line = exhibits.addObject();
            line.put("exhibit", exhibit.no().toString());
            line.put("name", exhibit.name());
            exhibit.file()
                    .ifPresent(file -> {
                        line.put("path", file.path());
                        line.put("bytes", file.bytes());
                        line.put("sha256", file.sha256().hex());
                    });
        }
        if (!Papers.shown(dossier).isEmpty()
                && dossier.cover().addressee() != Addressee.AI_PROVIDER)
            stills(root.putArray("keyFrames"), dossier);
        try {
            return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
                    .replace("\r\n", "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts", e);
        }
    }

    private static void stills(ArrayNode lines, Dossier dossier) {
        for (Still still : dossier.filming().stills()) {
            ObjectNode line = lines.addObject();
            line.put("exhibit", still.exhibit().toString());
            line.put("from", still.source().toString());
            line.put("frame", still.index());
            line.put("atMillis", still.at().toMillis());
            line.put("pixelsSha256", still.pixels().hex());
        }
    }
}
