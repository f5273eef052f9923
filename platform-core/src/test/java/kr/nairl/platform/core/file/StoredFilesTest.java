package kr.nairl.platform.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.Test;

class StoredFilesTest {

    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0";
    private static final String WEBP = "RIFF\0\0\0\0WEBPVP8 ";

    private final StoredFiles files = CoreDatabase.bean(StoredFiles.class);
    private final Cast cast = new Cast();

    @Test
    void aFileOfSeveralChunksComesBackByteForByte() {
        Upload upload = TestImages.png("logo.png", StoredFiles.MAX_LOGO);
        byte[] noise = new byte[upload.bytes().length - 16];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, upload.bytes(), 16, noise.length);
        UUID id = files.storeLogo(cast.member, cast.company, upload);
        FileContent read = files.read(cast.stranger, id);
        assertThat(read.bytes()).isEqualTo(upload.bytes());
        assertThat(read.file().mediaType()).isEqualTo("image/png");
        assertThat(read.file().size()).isEqualTo(StoredFiles.MAX_LOGO);
        assertThat(read.file().etag()).matches("[0-9a-f]{64}");
        assertThat(files.describe(Actor.VISITOR, id)).isEqualTo(read.file());
        assertThat(Cast.count(cast.member, "platform.stored_file_chunk WHERE file_id = ?", id))
                .isEqualTo(4);
    }

    @Test
    void jpegAndWebpAreTaken() {
        assertThat(files.describe(
                                cast.member,
                                files.storeLogo(
                                        cast.member,
                                        cast.company,
                                        new Upload("x.JPG", "image/jpeg", TestImages.bytes(JPEG, 9))))
                        .mediaType())
                .isEqualTo("image/jpeg");
        assertThat(files.describe(
                                cast.member,
                                files.storeLogo(
                                        cast.member,
                                        cast.company,
                                        new Upload("x.webp", "image/webp; a=b", TestImages.bytes(WEBP, 30))))
                        .mediaType())
                .isEqualTo("image/webp");
    }

    @Test
    void whatIsNoPictureOrPretendsIsRefused() {
        refused("file-empty", new Upload("a.png", "image/png", new byte[0]));
        refused("file-too-large", TestImages.png("a.png", StoredFiles.MAX_LOGO + 1));
        refused(
                "file-type",
                new Upload("a.svg", "image/svg+xml", TestImages.bytes("<svg xmlns='http://www.w3.org/2000/svg'/>", 0)));
        refused("file-type", new Upload("a.png", "image/png", TestImages.bytes("<svg onload=alert(1)>", 0)));
        refused("file-type", new Upload("a.webp", "image/webp", TestImages.bytes("RIFF\0\0\0\0WAVEfmt ", 0)));
        refused("file-mismatch", new Upload("a.png", "image/png", TestImages.bytes(JPEG, 9)));
        refused("file-mismatch", new Upload("a.html", "image/jpeg", TestImages.bytes(JPEG, 9)));
        refused("file-mismatch", new Upload("a.jpg", "text/html", TestImages.bytes(JPEG, 9)));
        refused("file-mismatch", new Upload("jpg", "image/jpeg", TestImages.bytes(JPEG, 9)));
    }

    @Test
    void theNameLosesPathAndControlCharacters() {
        UUID id = files.storeLogo(cast.member, cast.company, TestImages.png("..\\..\\etc/pass\r\n\"wd.png", 20));
        assertThat(files.describe(cast.member, id).name()).isEqualTo("pass___wd.png");
        UUID longName = files.storeLogo(cast.member, cast.company, TestImages.png("n".repeat(500) + ".png", 20));
        assertThat(files.describe(cast.member, longName).name()).hasSize(200).endsWith(".png");
    }

    @Test
    void onlyTheOrganisationsPeopleAndLabManagersStore() {
        Upload upload = TestImages.png("a.png", 20);
        assertThatThrownBy(() -> files.storeLogo(cast.stranger, cast.company, upload))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> files.storeLogo(Actor.VISITOR, cast.company, upload))
                .isInstanceOf(ForbiddenException.class);
        Actor.Person researcher = CoreDatabase.person(cast.company, "박연구", Role.RESEARCHER);
        assertThatThrownBy(() -> files.storeLogo(researcher, cast.company, upload))
                .isInstanceOf(ForbiddenException.class);
        assertThat(files.storeLogo(cast.manager, cast.company, upload)).isNotNull();
        // and past the use case
        assertThatThrownBy(() -> insert(cast.stranger)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> insert(researcher)).hasMessageContaining("row-level security");
        assertThat(insert(cast.member)).isEqualTo(1);
    }

    @Test
    void aFileIsHiddenWithItsProfileAndNotToBeToldFromAMissingOne() {
        UUID id = files.storeLogo(cast.member, cast.company, TestImages.png("a.png", 20));
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", cast.company.value());
        assertThatThrownBy(() -> files.read(Actor.VISITOR, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> files.read(Actor.VISITOR, UUID.randomUUID())).isInstanceOf(NotFoundException.class);
        assertThat(Cast.count(Actor.VISITOR, "platform.stored_file WHERE id = ?", id))
                .isZero();
        assertThat(Cast.count(Actor.VISITOR, "platform.stored_file_chunk WHERE file_id = ?", id))
                .isZero();
        CoreDatabase.asOwner("UPDATE organisation SET status = 'INVITED' WHERE id = ?", cast.company.value());
        assertThatThrownBy(() -> files.read(cast.stranger, id)).isInstanceOf(NotFoundException.class);
        assertThat(Cast.count(cast.stranger, "platform.stored_file_chunk WHERE file_id = ?", id))
                .isZero();
        assertThat(files.read(cast.manager, id).bytes()).hasSize(20);
    }

    @Test
    void nobodyDropsOrChangesAnothersFile() {
        UUID id = files.storeLogo(cast.member, cast.company, TestImages.png("a.png", 20));
        assertThatThrownBy(() -> files.drop(cast.stranger, id)).isInstanceOf(NotFoundException.class);
        assertThat(Cast.sql(cast.stranger, "DELETE FROM platform.stored_file WHERE id = ?", id))
                .isZero();
        assertThatThrownBy(() -> Cast.sql(
                        cast.stranger,
                        "INSERT INTO platform.stored_file_chunk (file_id, position, bytes) VALUES (?, 7, 'x')",
                        id))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> Cast.sql(
                        cast.member, "UPDATE platform.stored_file_chunk SET bytes = 'x' WHERE file_id = ?", id))
                .hasMessageContaining("permission denied");
        files.drop(cast.member, id);
        assertThatThrownBy(() -> files.read(cast.member, id)).isInstanceOf(NotFoundException.class);
    }

    private int insert(Actor.Person person) {
        return Cast.sql(
                person,
                "INSERT INTO platform.stored_file (id, organisation_id, purpose, name, media_type, size, sha256, created_by, created_at) "
                        + "VALUES (?, ?, 'LOGO', 'x.png', 'image/png', 1, 'x', ?, now())",
                UUID.randomUUID(),
                cast.company.value(),
                person.id().value());
    }

    private void refused(String code, Upload upload) {
        assertThatThrownBy(() -> files.storeLogo(cast.member, cast.company, upload))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.field()).isEqualTo("file");
                                    assertThat(violation.code()).isEqualTo(code);
                                }));
    }
}
