package packwitness.ui.kit;

/** Slow work that tells how far it is. */
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws Exception;
}
