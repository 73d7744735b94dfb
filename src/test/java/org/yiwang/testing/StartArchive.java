package org.yiwang.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/**
 * The compiled program as a jar, with what one first start and end leave behind: the archive of loaded classes (CDS), with
 * which every later start costs a third less, and the folder with the fresh database, which need not be made again. The
 * tests start the program dozens of times. Made by whichever test process asks first; the others wait.
 *
 * @param jar the program's own classes
 * @param classes what the virtual machine loads instead of parsing class files; ignored by it if it does not fit
 * @param data the program's folder, after it was stopped in good order
 */
record StartArchive(Path jar, Path classes, Path data) {

    /**
     * That of the program as it is compiled now, in the folder.
     *
     * @param compiled the program's classes
     * @param train starts and ends the program once so that the archive given to it is written
     */
    static StartArchive of(Path compiled, Path folder, Consumer<StartArchive> train) {
        try {
            Files.createDirectories(folder);
            try (FileChannel door = FileChannel.open(
                            folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = door.lock()) {
                String build = Long.toString(newest(compiled), Character.MAX_RADIX);
                StartArchive ready = new StartArchive(
                        folder.resolve("program-" + build + ".jar"),
                        folder.resolve("program-" + build + ".aot"),
                        folder.resolve("program-" + build + ".data"));
                if (!Files.exists(ready.classes)) {
                    Folders.remove(ready.data);
                    pack(compiled, ready.jar);
                    StartArchive made = new StartArchive(ready.jar, folder.resolve("training.aot"), ready.data);
                    train.accept(made);
                    Files.move(made.classes, ready.classes, StandardCopyOption.ATOMIC_MOVE);
                }
                return ready;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long newest(Path compiled) throws IOException {
        try (Stream<Path> all = Files.walk(compiled)) {
            return all.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        }
    }

    private static void pack(Path compiled, Path jar) throws IOException {
        try (Stream<Path> all = Files.walk(compiled);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Path one : (Iterable<Path>) all.filter(p -> !p.equals(compiled))::iterator) {
                String name = compiled.relativize(one).toString().replace('\\', '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(one) ? name + "/" : name));
                if (Files.isRegularFile(one)) {
                    Files.copy(one, out);
                }
                out.closeEntry();
            }
        }
    }

    /** The words for the virtual machine that make it use the archive, without remarks about it among what tests read. */
    List<String> use() {
        return List.of("-XX:AOTCache=" + classes, "-Xlog:disable");
    }

    /** The words for the virtual machine that make it write the archive when it ends. */
    List<String> write() {
        return List.of("-XX:AOTCacheOutput=" + classes, "-Xlog:disable");
    }
}
