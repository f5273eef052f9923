package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.core.file.StoredFiles;
import kr.nairl.platform.core.file.Upload;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ASVS V5: what is uploaded is what it says or is refused, and what is served is a file and never a page. */
class V5FilesTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static RunningPlatform platform;

    @BeforeAll
    static void plant() {
        platform = RunningPlatform.get();
        Canaries.planted();
    }

    @Test
    void everyFileIsServedAsAnAttachmentOfItsTypeUnderASafeName() {
        for (Place place : Surface.through(Audience.Door.SESSION)) {
            if (place.kind() != Place.Kind.HANDLER || place.pattern().contains("{")) {
                continue;
            }
            HttpResponse<String> answer = PlainVisit.of(Canaries.MANAGER).get(place.address());
            assertThat(answer.statusCode()).as("%s", place).isEqualTo(200);
            assertThat(header(answer, "content-disposition"))
                    .as("%s", place)
                    .matches("attachment; filename=\"[a-z0-9.-]+\"");
            assertThat(header(answer, "content-type")).as("%s", place).doesNotContain("html");
            assertThat(header(answer, "x-content-type-options")).as("%s", place).isEqualTo("nosniff");
        }
    }

    @Test
    void whatIsNoImageOrNotTheOneItSaysIsRefused() {
        Actor.Person owner = platform.actor(Canaries.OWNER);
        ProfileDesk desk = platform.bean(ProfileDesk.class);
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        for (Upload bad : List.of(
                new Upload("logo.svg", "image/svg+xml", svg),
                new Upload("logo.png", "image/png", svg),
                new Upload("logo.png", "image/png", html),
                new Upload("logo.html", "text/html", PNG),
                new Upload("logo.png.html", "image/png", PNG),
                new Upload("logo.jpg", "image/jpeg", PNG),
                new Upload("logo.png", "text/html", PNG),
                new Upload("logo.png", "image/png", new byte[0]),
                new Upload("logo.png", "image/png", new byte[StoredFiles.MAX_LOGO + 1]))) {
            assertThatThrownBy(() -> desk.changeLogo(owner, owner.organisation(), bad))
                    .as("%s of %s", bad.name(), bad.mediaType())
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void aNameCarriesNoPathAndNoHeaderAndAnIdOpensNoOthersFile() {
        Actor.Person owner = platform.actor(Canaries.OWNER);
        ProfileDesk desk = platform.bean(ProfileDesk.class);
        UUID file = desk.changeLogo(
                owner,
                owner.organisation(),
                new Upload("..\\..//etc/x\r\nSet-Cookie: a=b\";filename=evil.html;.png", "image/png", PNG));
        try {
            String address = "/logos/" + file;
            HttpResponse<String> served = PlainVisit.of(Canaries.OWNER).get(address);
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(header(served, "content-type")).isEqualTo("image/png");
            assertThat(header(served, "content-disposition"))
                    .startsWith("attachment;")
                    .doesNotContain("/", "\\\\", "\r", "\n");
            assertThat(served.headers().firstValue("set-cookie")).isEmpty();
            assertThat(new PlainVisit().get(address).statusCode()).isEqualTo(302);
            // a stranger changes none and drops none
            Actor.Person stranger = platform.actor("byunghoon.kim@everex.example");
            assertThatThrownBy(() ->
                            desk.changeLogo(stranger, owner.organisation(), new Upload("logo.png", "image/png", PNG)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> platform.bean(StoredFiles.class).drop(stranger, file))
                    .isInstanceOf(NotFoundException.class);
        } finally {
            desk.removeLogo(owner, owner.organisation());
        }
        assertThat(PlainVisit.of(Canaries.OWNER).get("/logos/" + file).statusCode())
                .isEqualTo(404);
    }

    /** Whatever people are called: a spreadsheet runs nothing of it. */
    @Test
    void noExportHoldsACellThatASpreadsheetWouldRun() throws SQLException {
        rename("=HYPERLINK(\"https://evil.example\")", "@SUM(1+1)");
        try {
            String ties =
                    PlainVisit.of(Canaries.MANAGER).get("/exports/ties.csv").body();
            assertThat(ties).contains("HYPERLINK", "SUM(1+1)");
            for (String file : List.of(
                    ties,
                    PlainVisit.of(Canaries.MANAGER).get("/exports/audit.csv").body())) {
                assertThat(file.lines().flatMap(line -> Arrays.stream(line.split(","))))
                        .noneMatch(cell -> cell.matches("\\uFEFF?\"?[=+@\\t].*"));
            }
        } finally {
            rename("한빛로보틱스", "Hanbit Robotics");
        }
    }

    private static void rename(String korean, String english) throws SQLException {
        try (Connection all = platform.asSuperuser();
                PreparedStatement change = all.prepareStatement(
                        "UPDATE platform.organisation SET name_ko = ?, name_en = ? WHERE slug = 'hanbit-robotics'")) {
            change.setString(1, korean);
            change.setString(2, english);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
