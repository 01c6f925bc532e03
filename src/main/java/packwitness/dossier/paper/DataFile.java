package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Instant;

/**
 * The file behind an exhibit, with what the list of electronic data asks for.
 *
 * @param path name in the bag
 * @param category such as 电子数据（视频）
 * @param format such as MP4（H.264）
 * @param fixedAt when it was taken in and hashed
 * @param place where; may be empty
 * @param method how it was extracted and fixed
 * @param device by which device or program
 */
public record DataFile(
        String path,
        String category,
        String format,
        long bytes,
        Sha256 sha256,
        Instant fixedAt,
        String place,
        String method,
        String device) {}
