package packwitness.inspect.container;

import java.util.List;

/** Recognises a file by its first bytes and takes it apart; stateless. */
public final class FileWalker {
    private static final List<Walker> WALKERS =
            List.of(
                    new JpegWalker(),
                    new PngWalker(),
                    new RiffWalker(),
                    new GifWalker(),
                    new TiffWalker(),
                    new BmffWalker(),
                    new MatroskaWalker(),
                    new FlvWalker(),
                    new BmpWalker());

    private FileWalker() {}

    /** Returns the parts; a damaged file yields what could be read, anything else no parts. */
    public static PictureFile walk(byte[] received) {
        Bytes file = Bytes.of(received);
        Findings found = new Findings(file);
        for (Walker walker : WALKERS) {
            if (!walker.knows(file)) continue;
            try {
                walker.walk(found);
            } catch (Damage e) {
                found.damaged(e.words());
            }
            break;
        }
        return found.done();
    }
}
