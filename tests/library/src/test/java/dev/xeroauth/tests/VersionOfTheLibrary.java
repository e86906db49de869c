package dev.xeroauth.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The library loaded once more, by a class loader of its own that shares nothing with the test's but {@link Instance} and the JDK.
 * A newer version is this one with another codec, compiled from its source: it writes fields that this one does not know, at the
 * top and inside of parts.
 */
final class VersionOfTheLibrary extends URLClassLoader {

    private static final String CODEC = "dev/xeroauth/internal/record/RecordCodec.java";
    private static final Map<String, String> ADDED = Map.of(
            ".put(\"v\", VERSION)",
            ".put(\"v\", VERSION).put(\"sinceNext\","
                    + " JsonObject.builder().put(\"tokenSerial\", record.tokenSerial()).build())",
            ".put(\"token\", candidate.token())",
            ".put(\"byNext\", true).put(\"token\", candidate.token())",
            ".put(\"failures\", setback.failures())",
            ".put(\"kindsNext\", 1).put(\"failures\", setback.failures())");

    private VersionOfTheLibrary(URL[] classes) {
        super(classes, ClassLoader.getPlatformClassLoader());
    }

    static VersionOfTheLibrary current() {
        return with(Stream.empty());
    }

    /** @param directory where its codec is compiled */
    static VersionOfTheLibrary newer(Path directory) throws IOException {
        String source = Files.readString(Path.of("../../xero-auth-core/src/main/java", CODEC), UTF_8);
        for (Map.Entry<String, String> each : ADDED.entrySet()) {
            assertThat(source).containsOnlyOnce(each.getKey());
            source = source.replace(each.getKey(), each.getValue());
        }
        Path file = directory.resolve("source").resolve(CODEC);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath(), "-d", classes.toString(), file.toString());
        assertThat(failed).isZero();
        return with(Stream.of(classes));
    }

    private static VersionOfTheLibrary with(Stream<Path> first) {
        Stream<Path> all = Stream.of(classPath().split(File.pathSeparator)).map(Path::of);
        return new VersionOfTheLibrary(
                Stream.concat(first, all).map(VersionOfTheLibrary::url).toArray(URL[]::new));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.equals(Instance.class.getName()) ? Instance.class : super.findClass(name);
    }

    /** Starts an instance of the service. */
    Instance start(Map<String, Object> settings) throws ReflectiveOperationException {
        Class<?> starter = loadClass(InstanceStarter.class.getName());
        assertThat(starter.getClassLoader()).isSameAs(this);
        Object made = starter.getConstructor().newInstance();
        @SuppressWarnings("unchecked")
        Function<Map<String, Object>, Instance> start = (Function<Map<String, Object>, Instance>) made;
        return start.apply(settings);
    }

    /** The codecs that these versions have loaded, in their order. */
    static List<Class<?>> codecs(VersionOfTheLibrary... versions) throws ClassNotFoundException {
        List<Class<?>> codecs = new ArrayList<>();
        for (VersionOfTheLibrary version : versions) {
            codecs.add(version.loadClass("dev.xeroauth.internal.record.RecordCodec"));
        }
        return codecs;
    }
}
