package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shop.RedactedCopy;
import packwitness.shop.Shop;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Paints over parts of a picture in a copy that says what it is. */
@Command(
        name = "redact",
        description = "遮盖人脸、地址，另存为副本 / a copy of a picture with parts painted over")
final class RedactCommand extends Action {
    private static final String BOX = "[0-9]{1,6},[0-9]{1,6},[1-9][0-9]{0,5},[1-9][0-9]{0,5}";

    @Parameters(index = "0", paramLabel = "PICTURE")
    @Nullable Path picture;

    @Option(
            names = "--box",
            required = true,
            paramLabel = "x,y,w,h",
            description = "要遮盖的矩形，像素，可多次 / a rectangle in pixels, as often as needed")
    List<String> boxes = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE")
    @Nullable Path out;

    @Option(
            names = "--of",
            paramLabel = "WAYBILL",
            description = "图片所属的包裹 / the parcel the picture belongs to")
    @Nullable String waybill;

    RedactCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Path source = Objects.requireNonNull(picture);
        if (!Files.isRegularFile(source)) throw new Failure(CliProblem.FILE_UNREADABLE, source);
        List<RedactedCopy.Box> parts = new ArrayList<>();
        for (String box : boxes) parts.add(box(box));
        try (Shop shop = desk.openExisting(common)) {
            Optional<ShipmentId> of =
                    waybill == null
                            ? Optional.empty()
                            : Optional.of(shop.index().require(waybill).id());
            RedactedCopy.Made made =
                    RedactedCopy.make(shop, source, parts, of, Objects.requireNonNull(out));
            if (common.json) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("file", made.file().toString());
                map.put("source_sha256", made.source().hex());
                map.put("copy_sha256", made.copy().hex());
                map.put("boxes", parts.size());
                desk.json(map);
            } else {
                say("cli.redact.done", made.file(), parts.size());
                detail("cli.redact.hashes", made.source().hex(), made.copy().hex());
            }
        }
        return ExitCode.DONE;
    }

    private static RedactedCopy.Box box(String text) throws Failure {
        if (!text.matches(BOX)) throw new Failure(CliProblem.BAD_VALUE, text, "--box x,y,w,h");
        String[] n = text.split(",");
        return new RedactedCopy.Box(
                Integer.parseInt(n[0]),
                Integer.parseInt(n[1]),
                Integer.parseInt(n[2]),
                Integer.parseInt(n[3]));
    }
}
