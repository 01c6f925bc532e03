package packwitness.capture;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the node of a Linux camera for questions only, which a running camera allows too. */
final class LinuxNode {
    private static final int READ_WRITE_NO_WAITING = 2 | 0x800;

    private LinuxNode() {}

    /** Returns what the camera answers; empty where it cannot be asked. */
    @SuppressWarnings("restricted")
    static Optional<V4l2.Answer> ask(Path node) {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup library = linker.defaultLookup();
            Linker.Option variadic = Linker.Option.firstVariadicArg(2);
            MethodHandle open =
                    linker.downcallHandle(
                            library.findOrThrow("open"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT),
                            variadic);
            MethodHandle ioctl =
                    linker.downcallHandle(
                            library.findOrThrow("ioctl"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.ADDRESS),
                            variadic);
            MethodHandle close =
                    linker.downcallHandle(
                            library.findOrThrow("close"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            MemorySegment path = arena.allocateFrom(node.toString(), StandardCharsets.UTF_8);
            int file = (int) open.invokeExact(path, READ_WRITE_NO_WAITING);
            if (file < 0) return Optional.empty();
            try {
                return V4l2.ask((request, structure) -> call(ioctl, file, request, structure));
            } finally {
                int closed = (int) close.invokeExact(file);
                assert closed == 0;
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static int call(MethodHandle ioctl, int file, long request, MemorySegment structure) {
        try {
            return (int) ioctl.invokeExact(file, request, structure);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
