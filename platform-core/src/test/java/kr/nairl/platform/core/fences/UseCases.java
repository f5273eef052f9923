package kr.nairl.platform.core.fences;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Every use case there is: the public methods that take an {@link Actor} first, of the components in the features' root
 * packages. Finds arguments for each from a stock of ids and words, and builds what the stock lacks from its parts.
 */
final class UseCases {

    /** So many combinations of arguments for one method. */
    private static final int MOST_CALLS = 16;

    private static final String CORE = "kr.nairl.platform.core.";

    private final Map<Class<?>, List<?>> stock;

    UseCases(Map<Class<?>, List<?>> stock) {
        this.stock = stock;
    }

    /** A use case: a method and the component it belongs to. */
    record UseCase(Class<?> owner, Method method) {

        @Override
        public String toString() {
            return owner.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
        }

        /** Calls it; answers what came back, or what was thrown. */
        Outcome call(ApplicationContext context, List<Object> arguments) {
            try {
                return new Outcome(method.invoke(context.getBean(owner), arguments.toArray()), null);
            } catch (InvocationTargetException thrown) {
                return new Outcome(null, thrown.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What a call came to; both are null for a method that answers nothing. */
    record Outcome(@Nullable Object answer, @Nullable Throwable thrown) {

        /** All words in it. */
        String words() {
            StringBuilder words = new StringBuilder();
            write(answer, words);
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                words.append(' ').append(cause);
            }
            return words.toString();
        }

        private static void write(@Nullable Object value, StringBuilder words) {
            switch (value) {
                case null -> words.append(' ');
                case byte[] bytes -> words.append(new String(bytes, StandardCharsets.ISO_8859_1));
                case Optional<?> some -> some.ifPresent(one -> write(one, words));
                case Collection<?> many -> many.forEach(one -> write(one, words));
                case Map<?, ?> many ->
                    many.forEach((key, one) -> {
                        write(key, words);
                        write(one, words);
                    });
                case Record record -> {
                    for (RecordComponent part : record.getClass().getRecordComponents()) {
                        try {
                            part.getAccessor().setAccessible(true);
                            write(part.getAccessor().invoke(record), words);
                        } catch (ReflectiveOperationException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    }
                    words.append(record);
                }
                default -> words.append(' ').append(value);
            }
        }
    }

    static List<UseCase> all(ApplicationContext context) {
        return context.getBeansWithAnnotation(Component.class).values().stream()
                .<Class<?>>map(Object::getClass)
                .filter(type -> Modifier.isPublic(type.getModifiers())
                        && type.getPackageName().startsWith(CORE)
                        && type.getPackageName().indexOf('.', CORE.length()) < 0
                        && !isTest(type))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic()
                                && method.getParameterCount() > 0
                                && Actor.class.isAssignableFrom(method.getParameterTypes()[0]))
                        .map(method -> new UseCase(type, method)))
                .sorted(Comparator.comparing(UseCase::toString)
                        .thenComparing(one -> one.method().toString()))
                .toList();
    }

    private static boolean isTest(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    /**
     * Lists of arguments for a method, the actor first.
     *
     * @throws IllegalArgumentException when a parameter's type is neither in the stock nor made of what is
     */
    List<List<Object>> arguments(UseCase useCase, Actor actor) {
        List<List<Object>> calls = List.of(List.of(actor));
        Type[] types = useCase.method().getGenericParameterTypes();
        for (int i = 1; i < types.length; i++) {
            List<?> values = values(types[i], 0);
            calls = calls.stream()
                    .flatMap(call -> values.stream().map(value -> {
                        List<Object> longer = new ArrayList<>(call);
                        longer.add(value);
                        return longer;
                    }))
                    .toList();
        }
        return spread(calls);
    }

    /** Evenly, so that no parameter's last values are the ones left out. */
    private static List<List<Object>> spread(List<List<Object>> calls) {
        if (calls.size() <= MOST_CALLS) {
            return calls;
        }
        List<List<Object>> some = new ArrayList<>();
        for (int i = 0; i < MOST_CALLS; i++) {
            some.add(calls.get((int) ((long) i * calls.size() / MOST_CALLS)));
        }
        return some;
    }

    private List<?> values(Type type, int depth) {
        if (depth > 6) {
            throw new IllegalArgumentException("too deep: " + type);
        }
        if (type instanceof ParameterizedType generic) {
            return ofMany(generic, depth);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("no value for " + type);
        }
        List<?> known = stock.get(plain);
        if (known != null) {
            return known;
        }
        if (plain.isEnum()) {
            return Arrays.asList(plain.getEnumConstants());
        }
        if (plain.isSealed()) {
            return Stream.of(plain.getPermittedSubclasses())
                    .flatMap(one -> values(one, depth + 1).stream())
                    .toList();
        }
        if (plain.isRecord()) {
            List<Object> records = constants(plain);
            try {
                records.addAll(ofParts(plain, depth));
            } catch (IllegalArgumentException unsound) {
                if (records.isEmpty()) {
                    throw unsound;
                }
            }
            return records;
        }
        throw new IllegalArgumentException("no value for " + plain.getName());
    }

    /** What a record says of itself to be a whole: such as a filter that lets everything pass. */
    private static List<Object> constants(Class<?> type) {
        List<Object> constants = new ArrayList<>();
        for (Field field : type.isRecord() ? type.getFields() : new Field[0]) {
            if (field.getType() == type && Modifier.isStatic(field.getModifiers())) {
                try {
                    constants.add(Objects.requireNonNull(field.get(null)));
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return constants;
    }

    private List<?> ofMany(ParameterizedType generic, int depth) {
        if (generic.getRawType() == Map.class) {
            return List.of(Map.of());
        }
        List<?> parts = values(generic.getActualTypeArguments()[0], depth + 1);
        Object first = parts.getFirst();
        return switch (generic.getRawType()) {
            case Class<?> raw when raw == Set.class -> List.of(Set.of(first), Set.copyOf(parts));
            case Class<?> raw
            when raw == List.class || raw == Collection.class -> List.of(List.copyOf(parts), List.of());
            case Class<?> raw when raw == Optional.class -> List.of(Optional.of(first), Optional.empty());
            default -> throw new IllegalArgumentException("no value for " + generic);
        };
    }

    /** A record of the first value of each part, and one of the last values. */
    private List<?> ofParts(Class<?> type, int depth) {
        RecordComponent[] parts = type.getRecordComponents();
        Map<List<Object>, Object> made = new LinkedHashMap<>();
        IllegalArgumentException why = new IllegalArgumentException("no value for " + type.getName());
        for (boolean first : List.of(true, false)) {
            List<Object> values = new ArrayList<>();
            for (RecordComponent part : parts) {
                List<?> some = values(part.getGenericType(), depth + 1);
                values.add(first ? some.getFirst() : some.getLast());
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                made.put(values, constructor.newInstance(values.toArray()));
            } catch (ReflectiveOperationException unsound) {
                why.addSuppressed(unsound);
            }
        }
        if (made.isEmpty()) {
            throw why;
        }
        return List.copyOf(made.values());
    }
}
