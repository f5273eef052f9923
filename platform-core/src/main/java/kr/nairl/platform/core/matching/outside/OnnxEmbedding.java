package kr.nairl.platform.core.matching.outside;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.nairl.platform.core.matching.Embedding;

/** A sentence-transformers model that ONNX Runtime computes within this JVM. */
final class OnnxEmbedding implements Embedding {

    private final String name;
    private final EmbeddingModel model;

    private OnnxEmbedding(String name, EmbeddingModel model) {
        this.name = name;
        this.model = model;
    }

    /** The small English model that comes with the product: all-MiniLM-L6-v2, quantized, 384 numbers. */
    static OnnxEmbedding shipped() {
        return new OnnxEmbedding("all-MiniLM-L6-v2-q", new AllMiniLmL6V2QuantizedEmbeddingModel());
    }

    /**
     * A model as sentence-transformers exports it: {@code model.onnx} (or {@code onnx/model.onnx}), {@code
     * tokenizer.json} and, if the model does not pool by the mean, {@code 1_Pooling/config.json}.
     *
     * @throws IllegalArgumentException naming the file that is missing
     */
    static OnnxEmbedding of(Path folder) {
        Path own = folder.resolve("model.onnx");
        Path model = existing(Files.exists(own) ? own : folder.resolve("onnx").resolve("model.onnx"));
        Path tokenizer = existing(folder.resolve("tokenizer.json"));
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new OnnxEmbedding(
                name == null ? "model" : name.toString(), new OnnxEmbeddingModel(model, tokenizer, pooling(folder)));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("platform.matching.embedding: there is no file " + file);
        }
        return file;
    }

    private static PoolingMode pooling(Path folder) {
        Path file = folder.resolve("1_Pooling").resolve("config.json");
        if (!Files.exists(file)) {
            return PoolingMode.MEAN;
        }
        try {
            String config = Files.readString(file).replaceAll("\\s", "");
            return config.contains("\"pooling_mode_cls_token\":true") ? PoolingMode.CLS : PoolingMode.MEAN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public float[] embed(String english) {
        float[] place = model.embed(english).content().vector().clone();
        double sum = 0;
        for (float number : place) {
            sum += number * number;
        }
        float length = (float) Math.sqrt(sum);
        if (!(length > 0)) {
            throw new IllegalStateException(name + " gave no place for a text of " + english.length() + " characters");
        }
        for (int i = 0; i < place.length; i++) {
            place[i] /= length;
        }
        return place;
    }
}
