namespace Distribution.Mail.Rendering;

/// <summary>
/// A place in a mail that differs from recipient to recipient, marked by Unicode noncharacters, which no text has after cleaning.
/// </summary>
internal static class Placeholder
{
    public const char Start = '\uFDD0';
    public const char End = '\uFDD1';

    public const string Lists = nameof(Lists);
    public const string Unsubscribe = nameof(Unsubscribe);

    /// <summary>Empty in all mails but somebody's first.</summary>
    public const string Notice = nameof(Notice);

    public static string Mark(string name) => $"{Start}{name}{End}";
}
