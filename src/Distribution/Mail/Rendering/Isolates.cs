namespace Distribution.Mail.Rendering;

/// <summary>
/// Keeps a text of another direction from mixing with the words around it (UAX #9, section 2.7), by characters: large webmails drop the
/// element <c>bdi</c>. A text that runs like its surroundings stays as it is, for invisible characters are copied along with it.
/// </summary>
internal static class Isolates
{
    private const char FirstStrong = '\u2068', LeftToRight = '\u2066', Pop = '\u2069';

    /// <param name="text">The text.</param>
    /// <param name="direction">That of the words around it: <c>ltr</c> or <c>rtl</c>.</param>
    public static string In(string text, string direction) =>
        text.Any(IsRightToLeft) == (direction == "rtl") && !(direction == "rtl" && text.Any(IsLeftToRight))
            ? text
            : $"{FirstStrong}{text}{Pop}";

    /// <summary>The marks around an address or a number, which run from left to right everywhere.</summary>
    public static (string Before, string After) LeftToRightIn(string direction) =>
        direction == "rtl" ? ($"{LeftToRight}", $"{Pop}") : ("", "");

    private static bool IsLeftToRight(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || (char.IsLetter(letter) && !IsRightToLeft(letter));

    // Hebrew to Arabic Extended-A, and the presentation forms.
    private static bool IsRightToLeft(char letter) => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF')
        or (>= '\uFE70' and <= '\uFEFE');
}
