package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.Serial;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes a file by choosing or dropping it, one at a time and into memory, and hands it over where the page is worked on. */
public final class FilePicker extends Upload {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param words message keys that say how to choose and to drop: with {@code .choose} and {@code .drop} behind them
     * @param wrongType message key for a file with another extension
     * @param most bytes
     * @param taken told the file, as the browser describes it, and its content
     * @param refused told in words why a file is not taken
     */
    public FilePicker(
            String words,
            String wrongType,
            int most,
            BiConsumer<UploadMetadata, byte[]> taken,
            Consumer<String> refused,
            String... extensions) {
        setUploadHandler(UploadHandler.inMemory(
                (file, bytes) -> getUI().ifPresent(ui -> ui.access(() -> taken.accept(file, bytes)))));
        setMaxFiles(1);
        setMaxFileSize(most);
        setAcceptedFileExtensions(extensions);
        setDropAllowed(true);
        setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation(words + ".choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation(words + ".drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation(
                                "fieldError.file-too-large", Formats.here().size(most)))
                        .setIncorrectFileType(getTranslation(wrongType))));
        addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
        addAllFinishedListener(finished -> clearFileList());
    }
}
