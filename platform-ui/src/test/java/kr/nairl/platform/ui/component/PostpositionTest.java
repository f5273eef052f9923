package kr.nairl.platform.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostpositionTest {
    @ParameterizedTest
    @CsvSource({
        "SUBJECT,김승룡,김승룡이",
        "SUBJECT,조민수,조민수가",
        "TOPIC,에버엑스,에버엑스는",
        "TOPIC,누리소재,누리소재는",
        "OBJECT,모션,모션을",
        "OBJECT,제안서,제안서를",
        "WITH,연구원,연구원과",
        "WITH,참여기업,참여기업과",
        "WITH,회사,회사와",
        "TOWARDS,서울,서울로",
        "TOWARDS,대전,대전으로",
        "TOWARDS,회사,회사로"
    })
    void particleFollowsTheFinalOfAKoreanWord(Postposition particle, String word, String expected) {
        assertThat(particle.after(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC,KAIST,KAIST는",
        "TOPIC,NAIRL,NAIRL은",
        "TOWARDS,NAIRL,NAIRL로",
        "SUBJECT,LLM,LLM이",
        "OBJECT,GPU,GPU를",
        "OBJECT,Google,Google을",
        "SUBJECT,Python,Python이",
        "TOPIC,EverEx,EverEx는",
        "OBJECT,ROS,ROS를",
        "SUBJECT,Vision,Vision이",
        "OBJECT,robot,robot을",
        "OBJECT,benchmark,benchmark를"
    })
    void particleFollowsHowALatinWordIsRead(Postposition particle, String word, String expected) {
        assertThat(particle.after(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBJECT,1,1이",
        "SUBJECT,2,2가",
        "SUBJECT,10,10이",
        "TOWARDS,7,7로",
        "TOWARDS,3,3으로",
        "OBJECT,12월,12월을",
        "OBJECT,86%,86%를"
    })
    void particleFollowsHowANumberIsRead(Postposition particle, String word, String expected) {
        assertThat(particle.after(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"TOPIC,김승룡(KAIST),김승룡(KAIST)은", "OBJECT,‘심투리얼’,‘심투리얼’을", "SUBJECT,주식회사 다온 ,주식회사 다온이"})
    void bracketsAndQuotationMarksAreSkipped(Postposition particle, String word, String expected) {
        assertThat(particle.after(word.strip())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "에버엑스[이/가] 조민수[을/를] 초대했습니다|에버엑스가 조민수를 초대했습니다",
                "세부과제 3[으로/로] 보냅니다|세부과제 3으로 보냅니다",
                "NAIRL[과/와] 함께|NAIRL과 함께",
                "[은/는]으로 시작|는으로 시작",
                "[가/나] 갈림길|[가/나] 갈림길"
            })
    void markersInASentenceAreResolved(String sentence, String expected) {
        assertThat(Postposition.resolve(sentence)).isEqualTo(expected);
    }
}
