package kr.nairl.platform.ui.reader;

import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.matching.QualityFigures;
import kr.nairl.platform.core.matching.QualityRecord;
import kr.nairl.platform.core.matching.QualityRun;
import kr.nairl.platform.core.matching.QualityTask;
import kr.nairl.platform.core.shared.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How good the matching is, with its weaknesses: the shipped record of measurements, for everybody. */
@Controller
class QualityController {

    static final String PATH = "/match-quality";

    private static final List<QualityTask> JUDGED = List.of(
            QualityTask.JUDGED_TEST_KO,
            QualityTask.JUDGED_TEST_EN,
            QualityTask.JUDGED_DEV_KO,
            QualityTask.JUDGED_DEV_EN);

    private static final List<QualityTask> ELSEWHERE = List.of(
            QualityTask.KO_KO,
            QualityTask.EN_EN,
            QualityTask.KO_EN,
            QualityTask.KO_EN_HANGUL,
            QualityTask.KO_EN_TITLE,
            QualityTask.EN_KO,
            QualityTask.JOINT);

    private final Frame frame;
    private final QualityRecord record = QualityRecord.shipped();

    QualityController(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/{lang:ko|en}" + PATH)
    String quality(@PathVariable("lang") String lang, Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        QualityRun run = record.newest();
        model.addAttribute("run", run);
        model.addAttribute("runs", record.runs());
        model.addAttribute("head", run.of(QualityTask.JUDGED_TEST).orElseThrow());
        model.addAttribute("judged", of(run, JUDGED));
        model.addAttribute("elsewhere", of(run, ELSEWHERE));
        model.addAttribute(
                "needs",
                of(run, JUDGED).stream().mapToInt(QualityController::asked).sum());
        model.addAttribute(
                "unanswerable",
                of(run, JUDGED).stream().mapToInt(QualityFigures::unanswerable).sum());
        model.addAttribute(
                "weaknesses",
                run.weaknesses().stream().map(weakness -> said(words, weakness)).toList());
        frame.around(model, language, PATH, words.say("quality.title"), words.say("quality.lead"), null);
        return "reader/match-quality";
    }

    private static List<QualityFigures> of(QualityRun run, List<QualityTask> tasks) {
        return tasks.stream().flatMap(task -> run.of(task).stream()).toList();
    }

    private static int asked(QualityFigures figures) {
        return figures.queries() + figures.unanswerable();
    }

    private static String said(Words words, QualityRun.Weakness weakness) {
        return switch (weakness) {
            case QualityRun.Weakness.Language(var weaker, var stronger) ->
                words.say(
                        "quality.weak.language." + weaker.task().key(),
                        words.figure(weaker.gain().mean()),
                        words.figure(stronger.gain().mean()));
            case QualityRun.Weakness.BelowAim(var figures, double aim) ->
                words.say(
                        "quality.weak.aim",
                        name(words, figures),
                        words.figure(figures.gain().mean()),
                        words.figure(aim));
            case QualityRun.Weakness.NotAhead(var figures) ->
                words.say("quality.weak.even", name(words, figures), String.join(", ", unbeaten(words, figures)));
        };
    }

    private static List<String> unbeaten(Words words, QualityFigures figures) {
        List<String> unbeaten = new ArrayList<>();
        if (!figures.bm25().isBeaten()) {
            unbeaten.add(against(words, "quality.bm25", figures.bm25()));
        }
        if (!figures.tfIdf().isBeaten()) {
            unbeaten.add(against(words, "quality.tfIdf", figures.tfIdf()));
        }
        return unbeaten;
    }

    private static String against(Words words, String key, QualityFigures.Rival rival) {
        return words.say("quality.weak.against", words.say(key), words.figure(rival.gain()), words.range(rival.lead()));
    }

    private static String name(Words words, QualityFigures figures) {
        return words.say("quality.task." + figures.task().key());
    }
}
