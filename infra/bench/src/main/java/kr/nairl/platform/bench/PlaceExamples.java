package kr.nairl.platform.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.nairl.platform.core.matching.Embedding;
import kr.nairl.platform.core.matching.ExamplePlaces;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Computes the places of the shipped example needs: {@code PlaceExamples OUT}. */
final class PlaceExamples {

    private PlaceExamples() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: infra/bench/place-examples OUT");
            System.exit(2);
        }
        long start = System.nanoTime();
        Path out = Path.of(args[0]);
        int count;
        try (AnnotationConfigApplicationContext model = Experts.model("shipped");
                OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(out))) {
            count = ExamplePlaces.compute(
                    model.getBean(Embedding.class), GlossaryTable.shipped().glossary(), bytes);
        }
        System.out.printf("%d examples, %d bytes, %.0f s%n", count, Files.size(out), (System.nanoTime() - start) / 1e9);
    }
}
