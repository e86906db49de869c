package dev.xeroauth.testkit.internal.books;

import java.util.UUID;
import okio.ByteString;

/**
 * A file of a document.
 *
 * @param id Xero's id
 * @param fileName unique in its document
 * @param mimeType as it was sent
 * @param content its bytes
 * @param includeOnline whether whoever sees the invoice online sees it too
 */
public record Attachment(UUID id, String fileName, String mimeType, ByteString content, boolean includeOnline) {}
