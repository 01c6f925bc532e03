package packwitness.ui.shell;

import org.jspecify.annotations.Nullable;

import packwitness.shop.Access;
import packwitness.shop.Doors;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts the table of doors before a service of the screens: each call passes, or is refused with a
 * row of the ledger. Safe for any thread.
 */
final class Guarded {
    private Guarded() {}

    /**
     * Returns the service with a guard before it.
     *
     * @param name of the service in the table of doors
     */
    static <S> S by(Access access, Class<S> service, String name, S inner) {
        return service.cast(
                Proxy.newProxyInstance(
                        service.getClassLoader(),
                        new Class<?>[] {service},
                        (self, method, arguments) -> {
                            Object[] given = arguments == null ? new Object[0] : arguments;
                            // What every object has is no door.
                            if (method.getDeclaringClass() != Object.class)
                                access.ask(
                                        Doors.desktop()
                                                .needs(
                                                        name + "." + method.getName(),
                                                        words(given)));
                            return call(method, inner, given);
                        }));
    }

    private static @Nullable Object call(Method method, Object inner, Object[] given)
            throws Throwable {
        try {
            return method.invoke(inner, given);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** The words of a call that the table can know: how many, yes or no, names of enumerations. */
    static List<String> words(Object[] given) {
        List<String> words = new ArrayList<>();
        words.add(String.valueOf(given.length));
        for (Object one : given)
            if (one instanceof Boolean || one instanceof Enum<?>)
                words.add(one.toString().toLowerCase(Locale.ROOT));
        return words;
    }
}
