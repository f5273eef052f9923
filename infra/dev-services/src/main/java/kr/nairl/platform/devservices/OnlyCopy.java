package kr.nairl.platform.devservices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a data folder is in use, by at most one process; the system gives it back however that process ends. */
final class OnlyCopy implements AutoCloseable {

    static final String FILE = "run.lock";

    private final FileChannel channel;

    private OnlyCopy(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @param address told to whoever comes second
     * @throws CannotStart when somebody has it
     */
    static OnlyCopy of(Path dataFolder, String address) {
        Path file = dataFolder.resolve(FILE);
        try {
            Files.createDirectories(dataFolder);
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String[] holder = Files.readString(file).strip().split(" ");
                channel.close();
                throw new CannotStart(
                        "Already running"
                                + (holder.length == 2 ? " at " + holder[1] + " (process " + holder[0] + ")" : "")
                                + ": use that one, stop it, or set PLATFORM_DATA to another folder and --port to another port.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((ProcessHandle.current().pid() + " " + address).getBytes(StandardCharsets.UTF_8)),
                    0);
            channel.force(true);
            return new OnlyCopy(channel);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + dataFolder + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The system gives the lock back with the process.
        }
    }
}
