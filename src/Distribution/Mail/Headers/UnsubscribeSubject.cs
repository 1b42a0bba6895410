namespace Distribution.Mail.Headers;

/// <summary>
/// The subject of a mail that unsubscribes: the word <c>unsubscribe</c>, a blank and the token of the recipient's link; nothing before and
/// nothing after.
/// So an answer (<c>Re:</c>), a forwarded mail, a bounce or a vacation notice, which put words of their own there, unsubscribes nobody.
/// Whether
/// the mail says that it is automatic does not matter: some programs send it for their user and say so.
/// </summary>
internal static class UnsubscribeSubject
{
    private const string Word = "unsubscribe";

    /// <summary>All of it but the token, as a <c>mailto:</c> link writes it (RFC 6068, section 2).</summary>
    public const string LinkStart = $"{Word}%20";

    /// <summary>The text in the token's place; null when the subject is another.</summary>
    public static string? TokenIn(string? subject) =>
        subject?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var word, var token] && word.Equals(Word, StringComparison.OrdinalIgnoreCase)
            ? token
            : null;
}
