package packwitness.capture;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers the calls of linux/videodev2.h as a camera would; sizes are -1 where any is taken. */
record FakeCameraCalls(String card, int capabilities, int deviceCapabilities, List<Format> formats)
        implements V4l2.Calls {
    /** One layout of pictures; a rate of 0 is not told. */
    record Format(String code, int[][] sizes, int... rates) {}

    @Override
    public int call(long request, MemorySegment structure) {
        ByteBuffer bytes = structure.asByteBuffer().order(ByteOrder.nativeOrder());
        // The number of a call holds the size of its structure.
        if ((request >> 16 & 0x3fff) != bytes.capacity()) return -1;
        if (request == V4l2.QUERYCAP) {
            bytes.put(16, card.getBytes(StandardCharsets.UTF_8));
            bytes.putInt(84, capabilities).putInt(88, deviceCapabilities);
            return 0;
        }
        int index = bytes.getInt(0);
        if (request == V4l2.ENUM_FMT) {
            if (index >= formats.size() || bytes.getInt(4) != 1) return -1;
            bytes.putInt(44, code(formats.get(index)));
            return 0;
        }
        Format format =
                formats.stream()
                        .filter(one -> code(one) == bytes.getInt(4))
                        .findAny()
                        .orElseThrow();
        if (request == V4l2.ENUM_FRAMESIZES) return size(format, index, bytes);
        if (request != V4l2.ENUM_FRAMEINTERVALS || index >= format.rates.length) return -1;
        if (format.rates[index] == 0) return -1;
        bytes.putInt(16, 1).putInt(20, 1).putInt(24, format.rates[index]);
        return 0;
    }

    private static int size(Format format, int index, ByteBuffer bytes) {
        if (index >= format.sizes.length) return -1;
        int[] size = format.sizes[index];
        if (size.length == 2) {
            bytes.putInt(8, 1).putInt(12, size[0]).putInt(16, size[1]);
        } else {
            bytes.putInt(8, 3);
            for (int i = 0; i < 6; i++) bytes.putInt(12 + 4 * i, size[i]);
        }
        return 0;
    }

    private static int code(Format format) {
        return ByteBuffer.wrap(format.code.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
