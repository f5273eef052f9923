package kr.nairl.platform.core.file;

import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;

/**
 * What is known of a stored file. A file never changes: a new one gets a new id.
 *
 * @param name a bare name without path or control characters
 * @param mediaType the detected type
 * @param size in bytes
 * @param etag the content's SHA-256 in hexadecimal, for HTTP's ETag without the quotes
 */
public record StoredFile(UUID id, OrganisationId organisation, String name, String mediaType, long size, String etag) {}
