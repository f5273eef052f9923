package kr.nairl.platform.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.LexiconTraining;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.tukaani.xz.XZInputStream;

/**
 * Learns the lexicon that the product ships: {@code TrainLexicon FOLDER OUT}. FOLDER holds {@code pairs.tsv.xz} (Korean,
 * English, source) and {@code terms.tsv} (Korean, English, more), each with a header line; beside OUT goes {@code
 * OUT.sha256}.
 */
final class TrainLexicon {

    private TrainLexicon() {}

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        if (args.length != 2) {
            System.err.println("usage: infra/bench/train-lexicon FOLDER OUT");
            System.exit(2);
        }
        Path folder = Path.of(args[0]);
        Path out = Path.of(args[1]);
        long start = System.nanoTime();
        String learned;
        try (BufferedReader pairs = new BufferedReader(new InputStreamReader(
                        new XZInputStream(Files.newInputStream(folder.resolve("pairs.tsv.xz"))),
                        StandardCharsets.UTF_8));
                BufferedReader terms = Files.newBufferedReader(folder.resolve("terms.tsv"));
                OutputStream bytes = Files.newOutputStream(out)) {
            learned = LexiconTraining.learn(
                    Stream.concat(said(pairs), said(terms)),
                    GlossaryTable.shipped().glossary(),
                    bytes);
        }
        byte[] content = Files.readAllBytes(out);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        Files.writeString(out.resolveSibling(out.getFileName() + ".sha256"), sum + "  " + out.getFileName() + "\n");
        System.out.printf("%s; %d bytes, %.0f s%n", learned, content.length, (System.nanoTime() - start) / 1e9);
    }

    private static Stream<LexiconTraining.Said> said(BufferedReader rows) {
        return rows.lines()
                .skip(1)
                .map(row -> row.split("\t", -1))
                .filter(cells -> cells.length >= 2)
                .map(cells -> new LexiconTraining.Said(cells[0], cells[1]));
    }
}
