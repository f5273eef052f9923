package kr.nairl.platform.core.research;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * LaTeX as it stands in bibliographies turned into plain text: accents, letters and signs become characters, braces and
 * font commands go, what a command is applied to stays. Text that is no good LaTeX loses nothing but its braces.
 */
final class LatexText {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The combining mark of each accent command. */
    private static final Map<Character, Character> ACCENTS = Map.ofEntries(
            Map.entry('\'', '\u0301'),
            Map.entry('`', '\u0300'),
            Map.entry('^', '\u0302'),
            Map.entry('"', '\u0308'),
            Map.entry('~', '\u0303'),
            Map.entry('=', '\u0304'),
            Map.entry('.', '\u0307'),
            Map.entry('u', '\u0306'),
            Map.entry('v', '\u030C'),
            Map.entry('H', '\u030B'),
            Map.entry('c', '\u0327'),
            Map.entry('k', '\u0328'),
            Map.entry('d', '\u0323'),
            Map.entry('b', '\u0331'),
            Map.entry('r', '\u030A'));

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("ss", "ß"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("dh", "ð"),
            Map.entry("th", "þ"),
            Map.entry("i", "ı"),
            Map.entry("j", "ȷ"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("Gamma", "Γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("varepsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("Phi", "Φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Omega", "Ω"),
            Map.entry("ell", "ℓ"),
            Map.entry("infty", "∞"),
            Map.entry("times", "×"),
            Map.entry("cdot", "·"),
            Map.entry("pm", "±"),
            Map.entry("leq", "≤"),
            Map.entry("geq", "≥"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "∼"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"),
            Map.entry("degree", "°"),
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("textendash", "–"),
            Map.entry("textemdash", "—"),
            Map.entry("textquoteleft", "‘"),
            Map.entry("textquoteright", "’"),
            Map.entry("textquotedblleft", "“"),
            Map.entry("textquotedblright", "”"),
            Map.entry("textbackslash", "\\"),
            Map.entry("textasciitilde", "~"),
            Map.entry("textunderscore", "_"),
            Map.entry("textregistered", "®"),
            Map.entry("texttrademark", "™"),
            Map.entry("copyright", "©"),
            Map.entry("LaTeX", "LaTeX"),
            Map.entry("TeX", "TeX"),
            Map.entry("BibTeX", "BibTeX"));

    private final String source;
    private final StringBuilder written;
    private int at;
    /** The mark that the next letter takes; 0 for none. */
    private char mark;

    private LatexText(String source) {
        this.source = source;
        this.written = new StringBuilder(source.length());
    }

    /** The text, in Unicode's composed form, its white space single. */
    static String plain(String latex) {
        return new LatexText(latex).read();
    }

    /** An identifier or address: nothing is turned, only braces and the backslash before a sign go. */
    static String literal(String latex) {
        return latex.replaceAll("\\\\([_%&#~$])", "$1").replaceAll("[{}]", "").strip();
    }

    private String read() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '\\' -> command();
                case '{', '$' -> {
                    // groups and mathematics only hold together what stands in them
                }
                case '}' -> mark = 0;
                case '~' -> letter(" ");
                case '-' -> letter(skip('-') ? skip('-') ? "—" : "–" : "-");
                case '`' -> letter(skip('`') ? "“" : "`");
                case '\'' -> letter(skip('\'') ? "”" : "'");
                default -> letter(String.valueOf(c));
            }
        }
        String plain = Normalizer.normalize(written, Normalizer.Form.NFC);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    private boolean skip(char expected) {
        boolean there = at < source.length() && source.charAt(at) == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private void command() {
        if (at == source.length()) {
            return;
        }
        char first = source.charAt(at);
        if (!isLatin(first)) {
            at++;
            sign(first);
            return;
        }
        int start = at;
        while (at < source.length() && isLatin(source.charAt(at))) {
            at++;
        }
        String name = source.substring(start, at);
        // The white space after a name only ends it.
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        Character accent = name.length() == 1 ? ACCENTS.get(first) : null;
        if (accent != null) {
            mark = accent;
        } else if (mark != 0 && (name.equals("i") || name.equals("j"))) {
            letter(name);
        } else {
            letter(SIGNS.getOrDefault(name, ""));
        }
    }

    private void sign(char sign) {
        Character accent = ACCENTS.get(sign);
        if (accent != null) {
            mark = accent;
            return;
        }
        switch (sign) {
            case '-', '/', '(', ')', '[', ']', '!' -> {
                // where a word may break, and the ends of mathematics
            }
            case '\\', ',', ';', ':', ' ' -> letter(" ");
            default -> letter(String.valueOf(sign));
        }
    }

    private void letter(String text) {
        written.append(text);
        if (mark != 0 && !text.isBlank()) {
            written.append(mark);
            mark = 0;
        }
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
