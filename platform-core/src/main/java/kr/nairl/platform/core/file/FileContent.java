package kr.nairl.platform.core.file;

/** A stored file with its bytes. */
@SuppressWarnings("ArrayRecordComponent")
public record FileContent(StoredFile file, byte[] bytes) {}
