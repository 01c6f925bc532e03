package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shop.Access;
import packwitness.shop.Doors;
import packwitness.shop.Permission;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.shop.ShopProblem;
import packwitness.shop.ShopSettings;
import packwitness.ui.check.CheckService;
import packwitness.ui.claims.ClaimService;
import packwitness.ui.coverage.CoverageService;
import packwitness.ui.desk.DeskService;
import packwitness.ui.figures.FiguresService;
import packwitness.ui.imports.ImportService;
import packwitness.ui.keep.KeepService;
import packwitness.ui.rules.RulesService;
import packwitness.ui.shipments.FilmService;
import packwitness.ui.shipments.ShipmentService;
import packwitness.value.Failure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every call of every screen is a door of the table, and the table is kept at every one of them.
 */
class GuardedTest {
    private static final Map<String, Class<?>> SERVICES =
            new TreeMap<>(
                    Map.of(
                            "films", FilmService.class,
                            "checks", CheckService.class,
                            "desk", DeskService.class,
                            "shipments", ShipmentService.class,
                            "claims", ClaimService.class,
                            "imports", ImportService.class,
                            "keep", KeepService.class,
                            "coverage", CoverageService.class,
                            "figures", FiguresService.class,
                            "rules", RulesService.class));

    @TempDir Path folder;
    private Shop shop;

    @BeforeEach
    void open() throws Failure {
        shop =
                Shop.open(
                        folder.resolve("vault"),
                        new ShopSettings("test", folder.resolve("passphrase"), 1).withRounds(1000),
                        Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theTableNamesEveryCallAndNothingElse() {
        Set<String> calls = new TreeSet<>();
        SERVICES.forEach((name, service) ->
                doors(service).forEach(m -> calls.add(name + "." + m.getName())));
        Set<String> named = new TreeSet<>();
        for (String door : Doors.desktop().names()) named.add(door.split(" ")[0]);
        assertEquals(calls, named);
        calls.removeIf(Doors.desktop()::knows);
        assertEquals(Set.of(), calls, "a call with words needs an entry without them too");
    }

    /** A refusal must reach the screen as what it is. */
    @Test
    void whatMayBeRefusedSaysThatItMayFail() {
        List<String> silent = new ArrayList<>();
        SERVICES.forEach((name, service) -> {
            for (Method call : doors(service)) {
                String door = name + "." + call.getName();
                boolean fails = Arrays.asList(call.getExceptionTypes()).contains(Failure.class);
                if (!fails && !Doors.desktop().needs(door).isEmpty()) silent.add(door);
            }
        });
        assertEquals(List.of(), silent);
    }

    @Test
    void everyCallIsLetPassOrRefusedByTheTableForEveryRole() throws Exception {
        shop.roles().passphrase().change(new char[0], "correct horse".toCharArray());
        Access owner = Access.begin(shop, Role.SUPPORT);
        owner.enter("correct horse".toCharArray());
        Map<Role, Access> sittings =
                Map.of(
                        Role.PACKER, Access.as(shop, Role.PACKER),
                        Role.SUPPORT, Access.as(shop, Role.SUPPORT),
                        Role.OWNER, owner);
        for (Role role : Role.values()) {
            Set<Permission> allowed = shop.roles().of(role);
            for (Map.Entry<String, Class<?>> service : SERVICES.entrySet())
                for (Method call : doors(service.getValue()))
                    for (boolean yes : List.of(true, false))
                        oneCall(sittings.get(role), allowed, service, call, yes);
        }
    }

    private void oneCall(
            Access access,
            Set<Permission> allowed,
            Map.Entry<String, Class<?>> service,
            Method call,
            boolean yes)
            throws Exception {
        List<String> reached = new ArrayList<>();
        Object guarded = guarded(access, service.getKey(), service.getValue(), reached);
        String door = service.getKey() + "." + call.getName();
        Object[] given =
                Arrays.stream(call.getParameterTypes())
                        .map(type -> type == boolean.class ? (Object) yes : nothing(type))
                        .toArray();
        List<String> words = Guarded.words(given);
        long before = shop.ledger().size();
        if (allowed.containsAll(Doors.desktop().needs(door, words))) {
            call.invoke(guarded, given);
            assertEquals(List.of(call.getName()), reached, door);
            assertEquals(before, shop.ledger().size(), door);
            return;
        }
        Throwable refused =
                assertThrows(InvocationTargetException.class, () -> call.invoke(guarded, given))
                        .getCause();
        assertEquals(
                ShopProblem.NOT_ALLOWED, assertInstanceOf(Failure.class, refused, door).problem());
        assertTrue(reached.isEmpty(), door + " was done and then refused");
        assertEquals(before + 1, shop.ledger().size(), door);
    }

    private static <S> S guarded(
            Access access, String name, Class<S> service, List<String> reached) {
        S inner =
                service.cast(
                        Proxy.newProxyInstance(
                                service.getClassLoader(),
                                new Class<?>[] {service},
                                (self, method, arguments) -> {
                                    reached.add(method.getName());
                                    return nothing(method.getReturnType());
                                }));
        return Guarded.by(access, service, name, inner);
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == int.class) return 0;
        if (type == long.class) return 0L;
        return null;
    }

    private static List<Method> doors(Class<?> service) {
        return Arrays.stream(service.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }
}
