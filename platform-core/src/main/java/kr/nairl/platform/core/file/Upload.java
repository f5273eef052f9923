package kr.nairl.platform.core.file;

/**
 * A file as somebody sent it; nothing of it is believed yet.
 *
 * @param name as the browser told it, perhaps with a path
 * @param mediaType as the browser told it
 */
// The bytes are handed over, not shared: nobody compares or keeps an upload.
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String name, String mediaType, byte[] bytes) {}
