using MimeKit;

namespace Distribution.Mail.Headers;

/// <summary>
/// Asks mail systems not to answer by a program. Those that follow RFC 3834 and RFC 5230 heed List-Id and Auto-Submitted. Exchange heeds
/// neither, only its own header (MS-OXCMAIL, section 2.1.3.2.20); of its values we name those of answers, and none of reports, because a
/// bounce must come.
/// </summary>
internal static class AutoResponses
{
    public const string Field = "X-Auto-Response-Suppress";

    public static Header Suppressed() => new(Field, "OOF, AutoReply");
}
