package kr.nairl.platform.core.matching.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kr.nairl.platform.core.matching.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbeddingTest {

    @TempDir
    Path folder;

    @Test
    void theShippedModelPutsLikeMeaningsNearEachOther() {
        Embedding model = OnnxEmbedding.shipped();
        float[] robot = model.embed("The robot picks parts out of a box");
        assertThat(cosine(robot, robot)).isCloseTo(1, within(1e-5));
        assertThat(cosine(robot, model.embed("A gripper takes items from a bin")))
                .isGreaterThan(cosine(robot, model.embed("Interest rates of savings banks fell")) + 0.2);
    }

    @Test
    void anotherModelIsReadFromItsFolder() throws IOException {
        copy("bge-small-en-v1.5-q.onnx", folder.resolve("onnx").resolve("model.onnx"));
        copy("bge-small-en-v1.5-q-tokenizer.json", folder.resolve("tokenizer.json"));
        Files.createDirectories(folder.resolve("1_Pooling"));
        Files.writeString(folder.resolve("1_Pooling").resolve("config.json"), "{\"pooling_mode_cls_token\": true}");
        String text = "Forecasting the demand of every shop";

        Embedding model = OnnxEmbedding.of(folder);

        assertThat(model.model()).isEqualTo(String.valueOf(folder.getFileName()));
        assertThat(cosine(
                        model.embed(text),
                        new BgeSmallEnV15QuantizedEmbeddingModel()
                                .embed(text)
                                .content()
                                .vector()))
                .as("the same model, pooled by its first token as its folder says")
                .isCloseTo(1, within(1e-4));
    }

    @Test
    void aFolderWithoutAModelIsRefusedNamingTheMissingFile() {
        assertThatThrownBy(() -> OnnxEmbedding.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model.onnx");
    }

    @Test
    void noneMeansNoPlaces() {
        Embedding none = new EmbeddingConfiguration().embedding(" none ");
        assertThat(none.embed("anything")).isEmpty();
        assertThat(none.model()).isEqualTo("none");
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream bytes = Objects.requireNonNull(
                BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + resource), resource)) {
            Files.copy(bytes, file);
        }
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return dot / Math.sqrt(ones * others);
    }
}
